import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene as a peer of tools/bench: StandardAnalyzer over folded text, BM25, exact totals, the best ten with id and heading, facets
 * counted by a collector from sorted doc values. Speaks as peer.h says: build EXPORT FOLDER [textless] | run FOLDER QUESTIONS PASSES
 * [bare]. "textless" stores id and heading without the text; "bare" does not fetch the documents of the page.
 */
public final class LuceneBench {
  private static final String[] FACETS = {"jurisdiction", "year", "rank", "status"};
  private static final int PAGE = 10;
  private static final boolean CPU = "cpu".equals(System.getenv("CYBERLEX_BENCH_CLOCK"));
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Set<String> SHOWN = new HashSet<>(Arrays.asList("id", "heading"));

  private LuceneBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length >= 3 && arguments[0].equals("build")) {
      build(Paths.get(arguments[1]), Paths.get(arguments[2]), arguments.length > 3 ? Field.Store.NO : Field.Store.YES);
    } else if (arguments.length >= 4 && arguments[0].equals("run")) {
      run(arguments);
    } else {
      System.err.println("usage: LuceneBench build EXPORT FOLDER [textless] | run FOLDER QUESTIONS PASSES [bare]");
      System.exit(2);
    }
  }

  private static void build(Path export, Path folder, Field.Store text) throws IOException {
    Analyzer analyzer = new StandardAnalyzer();
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config);
        BufferedReader in = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        writer.addDocument(document(line.split("\t", -1), text));
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static Document document(String[] fields, Field.Store text) {
    Document out = new Document();
    out.add(new StringField("id", fields[0], Field.Store.YES));
    for (int i = 0; i < FACETS.length; ++i) {
      out.add(new StringField(FACETS[i], fields[i + 1], Field.Store.NO));
      out.add(new SortedDocValuesField(FACETS[i], new BytesRef(fields[i + 1])));
    }
    out.add(new StoredField("heading", fields[5]));
    out.add(new TextField("text", fields[6], text));
    return out;
  }

  private static void run(String[] arguments) throws IOException {
    boolean fetch = arguments.length < 5;
    int passes = Integer.parseInt(arguments[3]);
    List<String[]> questions = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(arguments[2]), StandardCharsets.UTF_8)) {
      questions.add(line.split("\t", -1));
    }
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(arguments[1])))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      for (int pass = -1; pass <= passes; ++pass) {
        for (String[] question : questions) {
          long began = nanoseconds();
          long matches = ask(searcher, question, fetch);
          double taken = (nanoseconds() - began) / 1000.0;
          if (pass > 0) {
            out.printf(Locale.ROOT, "%s\t%.2f\t%d\t0%n", question[0], taken, matches);
          }
        }
      }
    }
    out.flush();
  }

  /** As now_us() of peer.h. */
  private static long nanoseconds() {
    return CPU ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static long ask(IndexSearcher searcher, String[] question, boolean fetch) throws IOException {
    int workload = Integer.parseInt(question[0]);
    TopScoreDocCollector top = TopScoreDocCollector.create(PAGE, Integer.MAX_VALUE);
    long matches;
    if ((workload >= 3 && workload <= 6) || workload == 9) {
      // Several values of one facet: the walk goes without them, and that facet is not narrowed by them.
      int sideways = workload == 9 ? Arrays.asList(FACETS).indexOf(question[2].split("=")[0]) : -1;
      FacetCollector facets = new FacetCollector(top, sideways, values(question));
      searcher.search(query(question, workload), facets);
      facets.counts();
      matches = facets.matches;
    } else {
      TotalHitCountCollector total = new TotalHitCountCollector();
      searcher.search(query(question, workload), MultiCollector.wrap(top, total));
      matches = total.getTotalHits();
    }
    for (ScoreDoc hit : top.topDocs().scoreDocs) {
      if (fetch) {
        Document document = searcher.doc(hit.doc, SHOWN);
        if (document.get("id") == null || document.get("heading") == null) {
          throw new IllegalStateException("a document without id or heading");
        }
      }
    }
    return matches;
  }

  private static String[] values(String[] question) {
    return question[2].isEmpty() ? new String[0] : question[2].substring(question[2].indexOf('=') + 1).split(",");
  }

  private static Query query(String[] question, int workload) {
    if (workload == 8) {
      return new TermQuery(new Term("id", question[1]));
    }
    String[] words = question[1].isEmpty() ? new String[0] : question[1].split(" ");
    if (workload == 7) {
      return new PhraseQuery("text", words);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) {
      all.add(new TermQuery(new Term("text", word)), Occur.MUST);
    }
    if (workload == 5) {
      List<BytesRef> wanted = new ArrayList<>();
      for (String value : values(question)) {
        wanted.add(new BytesRef(value));
      }
      all.add(new TermInSetQuery(question[2].split("=")[0], wanted), Occur.FILTER);
    }
    return words.length == 0 && workload != 5 ? new MatchAllDocsQuery() : all.build();
  }

  /** The best, the total and the counts of each facet in one walk. */
  private static final class FacetCollector implements Collector {
    private final TopScoreDocCollector top;
    private final int sideways;
    private final String[] wanted;
    private final List<SortedDocValues[]> dictionaries = new ArrayList<>();
    private final List<int[][]> counted = new ArrayList<>();
    private long matches = 0;

    FacetCollector(TopScoreDocCollector top, int sideways, String[] wanted) {
      this.top = top;
      this.sideways = sideways;
      this.wanted = wanted;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      LeafCollector best = top.getLeafCollector(context);
      SortedDocValues[] columns = new SortedDocValues[FACETS.length];
      int[][] counts = new int[FACETS.length][];
      for (int i = 0; i < FACETS.length; ++i) {
        columns[i] = context.reader().getSortedDocValues(FACETS[i]);
        counts[i] = new int[columns[i].getValueCount()];
      }
      boolean[] chosen = chosen(columns);
      dictionaries.add(columns);
      counted.add(counts);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) throws IOException {
          best.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
          boolean passes = true;
          if (sideways >= 0) {
            columns[sideways].advanceExact(doc);
            int ord = columns[sideways].ordValue();
            ++counts[sideways][ord];
            passes = chosen[ord];
          }
          if (!passes) {
            return;
          }
          for (int i = 0; i < columns.length; ++i) {
            if (i != sideways) {
              columns[i].advanceExact(doc);
              ++counts[i][columns[i].ordValue()];
            }
          }
          ++matches;
          best.collect(doc);
        }
      };
    }

    private boolean[] chosen(SortedDocValues[] columns) throws IOException {
      if (sideways < 0) {
        return new boolean[0];
      }
      boolean[] out = new boolean[columns[sideways].getValueCount()];
      for (String value : wanted) {
        int ord = columns[sideways].lookupTerm(new BytesRef(value));
        if (ord >= 0) {
          out[ord] = true;
        }
      }
      return out;
    }

    /** Values with their names, as an answer needs them. */
    List<String> counts() throws IOException {
      List<String> out = new ArrayList<>();
      for (int leaf = 0; leaf < counted.size(); ++leaf) {
        for (int i = 0; i < FACETS.length; ++i) {
          for (int ord = 0; ord < counted.get(leaf)[i].length; ++ord) {
            if (counted.get(leaf)[i][ord] > 0) {
              out.add(dictionaries.get(leaf)[i].lookupOrd(ord).utf8ToString() + ' ' + counted.get(leaf)[i][ord]);
            }
          }
        }
      }
      return out;
    }
  }
}
