// Clauses of penalties in invented sentences of four languages, and sentences that speak of terms
// and sums without punishing.

#include "cyberlex/text/recognise_penalties.h"

#include <gmock/gmock.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace cyberlex {
namespace {

std::string amount(std::string const& name, std::optional<int64_t> const& hundredths) {
  return hundredths ? name + std::to_string(*hundredths / 100) : "";
}

std::string arm_text(RecognisedArm const& arm) {
  constexpr std::array<char const*, 5> kKinds = {"prison", "life", "death", "fine", "day-fine"};
  std::string out = kKinds.at(static_cast<size_t>(arm.kind));
  out += arm.min_term ? " min " + arm.min_term->to_string() : "";
  out += arm.max_term ? " max " + arm.max_term->to_string() : "";
  out += amount(" min ", arm.min_amount) + amount(" max ", arm.max_amount);
  return out + (arm.kind == RecognisedKind::kFine && !arm.unit.empty() ? " " + arm.unit : "");
}

std::string clause_text(RecognisedPenalty const& clause) {
  constexpr std::array<char const*, 5> kJoints = {"; ", " or ", " or-both ", " and ", " and-or "};
  std::string out;
  for (RecognisedArm const& arm : clause.arms) {
    out += (out.empty() ? "" : kJoints.at(static_cast<size_t>(clause.relation))) + arm_text(arm);
  }
  return out;
}

std::string read_text(PenaltyRecogniser& recogniser, std::string const& text) {
  std::string out;
  for (RecognisedPenalty const& clause : recogniser.read(text).clauses) {
    out += (out.empty() ? "" : " | ") + clause_text(clause);
  }
  return out;
}

struct Row {
  char const* text;
  char const* clauses;  // empty: nothing is imposed
};

template <size_t N>
void check(std::string const& language, std::array<Row, N> const& rows) {
  PenaltyRecogniser recogniser(language);
  for (Row const& row : rows) {
    EXPECT_EQ(read_text(recogniser, row.text), row.clauses) << row.text;
    std::string const text = row.text;
    for (RecognisedPenalty const& clause : recogniser.read(text).clauses) {
      auto const again = recogniser.spelled(text.substr(clause.begin, clause.end - clause.begin));
      ASSERT_EQ(again.size(), 1U) << text;
      EXPECT_EQ(again[0].arms, clause.arms) << text;
      EXPECT_EQ(again[0].relation, clause.relation) << text;
    }
  }
}

constexpr auto kEnglish = std::to_array<Row>({
    {"Whoever moves the stone is liable to imprisonment for a term of two years.",
     "prison min P2Y max P2Y"},
    {"He is liable on conviction to imprisonment for a term not exceeding five years.",
     "prison max P5Y"},
    {"She commits an offence: a fine of up to ten thousand naira.", "fine max 10000 NGN"},
    {"They are liable to a fine not exceeding N200,000 or imprisonment for one year or both.",
     "fine max 200000 NGN or-both prison min P1Y max P1Y"},
    {"A baker who does so is punishable by imprisonment of not less than two years and not more "
     "than six years.",
     "prison min P2Y max P6Y"},
    {"The miller shall be punished with imprisonment from three to seven years.",
     "prison min P3Y max P7Y"},
    {"The miller shall be punished with imprisonment of between three and seven years.",
     "prison min P3Y max P7Y"},
    {"The penalty is a fine of 500 to 1,000 euros.", "fine min 500 max 1000 EUR"},
    {"A fisher is liable to a fine of €750.", "fine min 750 max 750 EUR"},
    {"Penalty: imprisonment for life.", "life"},
    {"Penalty: death penalty or life imprisonment.", "death or life"},
    {"The sailor shall suffer death penalty or imprisonment of at least ten years.",
     "death | prison min P10Y"},
    {"He is liable to imprisonment for a term of ninety-one days.", "prison min P91D max P91D"},
    {"He is liable to imprisonment for eighteen months or to a fine of one million rials, or to "
     "both.",
     "prison min P18M max P18M or-both fine min 1000000 max 1000000 IRR"},
    {"The keeper is liable to imprisonment for a term of one year and six months.",
     "prison min P1Y6M max P1Y6M"},
    {"The keeper is liable to imprisonment for six months to two years.", "prison min P6M max P2Y"},
    {"Six to twelve months of imprisonment are the penalty.", "prison min P6M max P12M"},
    {"Penalty: 100 to 300 day-fines.", "day-fine min 100 max 300"},
    {"Penalty: two to four years of imprisonment and 200 to 400 day-fines.",
     "prison min P2Y max P4Y and day-fine min 200 max 400"},
    {"Imprisonment runs from one to three years, the fine from ten to twenty days.",
     "prison min P1Y max P3Y; day-fine min 10 max 20"},
    {"Is liable to imprisonment of three years, a fine of one million naira, or both.",
     "prison min P3Y max P3Y or-both fine min 1000000 max 1000000 NGN"},
    {"Is liable to imprisonment of three years and a fine of one million naira.",
     "prison min P3Y max P3Y and fine min 1000000 max 1000000 NGN"},
    {"He faces imprisonment of twelve months plus a fine of 400 euros.",
     "prison min P12M max P12M and fine min 400 max 400 EUR"},
    {"The weaver is liable on conviction to imprisonment for a term of not less than 2 years or to "
     "a fine of not less than N500,000.00 or to both such fine and imprisonment.",
     "prison min P2Y or-both fine min 500000 NGN"},
    {"He shall be sentenced to imprisonment for ten (10) years.", "prison min P10Y max P10Y"},
    {"A fine of five to twenty million rials is the punishment.",
     "fine min 5000000 max 20000000 IRR"},
    {"The heron warden incurs a fine of up to $5,000.", "fine max 5000 $"},
    {"Liable to a fine of two hundred and fifty thousand naira.", "fine min 250000 max 250000 NGN"},
    {"Shall be liable to imprisonment.", "prison"},
    {"Is liable to a fine or to imprisonment.", "fine or prison"},
    {"The limitation period for offences with imprisonment of five years is ten years.", ""},
    {"The council holds office for a term of four years.", ""},
    {"The report is due within three months.", ""},
    {"A person who has been sentenced to imprisonment of two years may not be elected.", ""},
    {"The court may release on parole after two years of imprisonment.", ""},
    {"Imprisonment of one year may be suspended on probation.", ""},
    {"The prison has three floors.", ""},
    {"Fine sand is sold for twenty euros.", ""},
    {"Records are kept for two years and three months.", ""},
    {"Extradition needs an offence with imprisonment of at least one year.", ""},
    {"In default of payment of the fine he serves three days of imprisonment.", ""},
    {"Each licence costs 200 euros and lasts one year.", ""},
    {"No one shall be punished with death.", ""},
    {"The death penalty shall not be imposed on the miller.", ""},
    {"A weaver who reports it is not liable to imprisonment for two years.", ""},
    {"The smith shall be liable to imprisonment for not less than two years.", "prison min P2Y"},
});

constexpr auto kSpanish = std::to_array<Row>({
    {"Quien mueva la piedra será castigado con dos a cuatro años de prisión.",
     "prison min P2Y max P4Y"},
    {"Será castigado con pena de tres meses de prisión a seis años de penitenciaría.",
     "prison min P3M max P6Y"},
    {"Será castigada con prisión de seis meses a dos años.", "prison min P6M max P2Y"},
    {"Serán castigados con doce meses de prisión.", "prison min P12M max P12M"},
    {"El panadero será castigado con hasta cinco años de cárcel.", "prison max P5Y"},
    {"La pena será de dos a ocho años de penitenciaría.", "prison min P2Y max P8Y"},
    {"Incurrirá en multa de cien a mil pesos.", "fine min 100 max 1000 peso"},
    {"Incurrirá en multa de 20 UR a 900 UR.", "fine min 20 max 900 UR"},
    {"Será sancionado con una multa de 10 UR (diez unidades reajustables).",
     "fine min 10 max 10 UR"},
    {"Será castigado con 3 (tres) a 15 (quince) meses de prisión.", "prison min P3M max P15M"},
    {"Recibe de 4 a 7 años de prisión y de 300 a 600 días multa.",
     "prison min P4Y max P7Y and day-fine min 300 max 600"},
    {"Sanción: 5 a 8 años de cárcel y 200 a 500 días multa.",
     "prison min P5Y max P8Y and day-fine min 200 max 500"},
    {"La prisión va de siete a quince años y la multa, de seiscientos a mil días.",
     "prison min P7Y max P15Y and day-fine min 600 max 1000"},
    {"Prisión de 1 a 3 años, con 200 a 500 días multa.",
     "prison min P1Y max P3Y and day-fine min 200 max 500"},
    {"Trescientos a seiscientos días multa es la pena.", "day-fine min 300 max 600"},
    {"Será castigado con cadena perpetua.", "life"},
    {"Se castigará con pena de muerte.", "death"},
    {"El molinero será penado con prisión no menor de dos años y no mayor de seis años.",
     "prison min P2Y max P6Y"},
    {"Se aplicará una multa de hasta quinientos euros.", "fine max 500 EUR"},
    {"Se impondrá multa de dos millones de pesos.", "fine min 2000000 max 2000000 peso"},
    {"Será reprimido con prisión de uno a tres años o multa de 500 pesos.",
     "prison min P1Y max P3Y or fine min 500 max 500 peso"},
    {"Será castigado con multa de cien córdobas o prisión de un mes.",
     "fine min 100 max 100 NIO or prison min P1M max P1M"},
    {"Será castigado con prisión de un año y seis meses.", "prison min P1Y6M max P1Y6M"},
    {"Será castigado con prisión de noventa días.", "prison min P90D max P90D"},
    {"Será castigado con multa o prisión.", "fine or prison"},
    {"Será castigado con prisión de dos años, multa de cien euros, o ambas penas.",
     "prison min P2Y max P2Y or-both fine min 100 max 100 EUR"},
    {"Será pasible de una multa de $ 500.", "fine min 500 max 500 $"},
    {"El tejedor pagará una multa de treinta y cinco mil córdobas.",
     "fine min 35000 max 35000 NIO"},
    {"Se castigará con veinticuatro meses de prisión a ocho años de penitenciaría.",
     "prison min P24M max P8Y"},
    {"Serán sancionadas con multa de 5.000 UI.", "fine min 5000 max 5000 UI"},
    {"El plazo de prescripción es de cinco años de pena de prisión.", ""},
    {"A nadie se le impondrá la pena de muerte.", ""},
    {"La pena de muerte no se aplicará al molinero.", ""},
    {"No se impondrá multa de más de cien euros al panadero.", ""},
    {"El tejedor que avisa no será castigado con prisión de dos años.", ""},
    {"Se impondrá prisión no menor de dos años.", "prison min P2Y"},
    {"El mandato del director dura cuatro años.", ""},
    {"La prisión preventiva no excederá de dos años.", ""},
    {"El informe se presentará dentro de tres meses.", ""},
    {"El condenado a dos años de prisión podrá pedir la libertad.", ""},
    {"La suspensión condicional procede hasta tres años de prisión.", ""},
    {"La licencia cuesta 300 pesos y dura un año.", ""},
    {"El importe de las multas será de la escuela.", ""},
    {"La cárcel tiene tres pisos.", ""},
    {"Los delitos castigados con más de dos años de prisión admiten extradición.", ""},
    {"La sentencia de un año de prisión se comunica.", ""},
    {"La multa tiene que pagarse en diez días.", ""},
});

constexpr auto kPersian = std::to_array<Row>({
    {"مجازات او دو تا چهار سال حبس است.", "prison min P2Y max P4Y"},
    {"مرتکب به حبس از نود و یک روز تا دو سال محکوم می‌شود.",
     "prison min P91D max P2Y"},
    {"مرتکب به حبس از شش ماه تا یک سال محکوم خواهد شد.", "prison min P6M max P1Y"},
    {"کیفر: یک تا پنج سال حبس.", "prison min P1Y max P5Y"},
    {"کیفر: حبس ابد.", "life"},
    {"مجازات آن اعدام است.", "death"},
    {"به جزای نقدی از پنج میلیون تا ده میلیون ریال محکوم "
     "می‌شود.",
     "fine min 5000000 max 10000000 IRR"},
    {"به جزای نقدی ده تا چهل میلیون ریال محکوم می‌شود.",
     "fine min 10000000 max 40000000 IRR"},
    {"کیفر: جزای نقدی تا بیست میلیون ریال.", "fine max 20000000 IRR"},
    {"کیفر: جزای نقدی صد میلیون ریال.", "fine min 100000000 max 100000000 IRR"},
    {"کیفر: نود و یک روز تا دو سال حبس، یا پنج تا چهل میلیون ریال جزای نقدی، یا هر دو.",
     "prison min P91D max P2Y or-both fine min 5000000 max 40000000 IRR"},
    {"به شش ماه تا دو سال حبس یا ده تا چهل میلیون ریال جزای نقدی یا هر دو محکوم "
     "می‌شود.",
     "prison min P6M max P2Y or-both fine min 10000000 max 40000000 IRR"},
    {"به حبس از ۹۱ روز تا ۲ سال محکوم می‌شود.",
     "prison min P91D max P2Y"},
    {"به حبس از ۲ تا ۵ سال محکوم می‌شود.", "prison min P2Y max P5Y"},
    {"به جزای نقدی ۵٬۰۰۰٬۰۰۰ ریال محکوم می‌شود.",
     "fine min 5000000 max 5000000 IRR"},
    {"به حداقل سه سال حبس محکوم می‌شود.", "prison min P3Y"},
    {"به حداکثر سه سال حبس محکوم می‌شود.", "prison max P3Y"},
    {"مجازات: حبس از شش ماه تا دو سال، یا جزای نقدی ده تا چهل میلیون ریال، یا جمع این دو.",
     "prison min P6M max P2Y or-both fine min 10000000 max 40000000 IRR"},
    {"به حبس تا شش ماه محکوم می‌شود.", "prison max P6M"},
    {"به سه ماه حبس محکوم می‌شود.", "prison min P3M max P3M"},
    {"به یک سال و شش ماه حبس محکوم می‌شود.",
     "prison min P1Y6M max P1Y6M"},
    {"به حبس یا جزای نقدی محکوم می‌شود.", "prison or fine"},
    {"کیفر آن سه تا ده سال حبس و جزای نقدی بیست میلیون ریال است.",
     "prison min P3Y max P10Y and fine min 20000000 max 20000000 IRR"},
    {"صد میلیون تا یک میلیارد ریال جزای نقدی دارد.", "fine min 100000000 max 1000000000 IRR"},
    {"نانوا به پانزده روز حبس محکوم می‌گردد.",
     "prison min P15D max P15D"},
    {"آسیابان به جزای نقدی دویست هزار تومان محکوم "
     "می‌شود.",
     "fine min 200000 max 200000 toman"},
    {"ماهیگیر به سی روز زندان محکوم خواهد شد.", "prison min P30D max P30D"},
    {"کیفر او بیست و پنج سال حبس است.", "prison min P25Y max P25Y"},
    {"به چهار سال حبس محکوم می‌شوند.", "prison min P4Y max P4Y"},
    {"به هفت تا ده سال حبس مجازات می‌شود.", "prison min P7Y max P10Y"},
    {"مرور زمان حبس دو تا پنج سال ده سال است.", ""},
    {"مدت مأموریت رئیس چهار سال است.", ""},
    {"گزارش در سه ماه داده می‌شود.", ""},
    {"دادگاه می‌تواند اجرای دو سال حبس را تعلیق کند.", ""},
    {"آزادی مشروط پس از دو سال حبس داده می‌شود.", ""},
    {"زندانیان یک سال کار می‌کنند.", ""},
    {"پروانه دو سال اعتبار دارد.", ""},
    {"بهای آن ده میلیون ریال است.", ""},
    {"اگر حداکثر حبس بیش از پنج سال باشد دادستان خبر "
     "می‌دهد.",
     ""},
    {"سابقه یک سال حبس ثبت می‌شود.", ""},
    {"سازمان زندان‌ها سه اداره دارد.", ""},
    {"نانوا نان می‌پزد.", ""},
    {"هیچ کس به اعدام محکوم نمی‌شود.", ""},
    {"آهنگر به حبس از دو تا پنج سال محکوم نخواهد شد.", ""},
    {"آهنگر به حبس از دو تا پنج سال محکوم خواهد شد.", "prison min P2Y max P5Y"},
});

constexpr auto kGerman = std::to_array<Row>({
    {"Wer den Stein rückt, wird mit Freiheitsstrafe bis zu drei Jahren oder mit Geldstrafe "
     "bestraft.",
     "prison max P3Y or fine"},
    {"Mit Freiheitsstrafe bis zu einem Jahr oder mit Geldstrafe wird bestraft, wer den Stein "
     "rückt.",
     "prison max P1Y or fine"},
    {"Der Bäcker wird mit Freiheitsstrafe nicht unter einem Jahr bestraft.", "prison min P1Y"},
    {"Der Müller wird mit Freiheitsstrafe von sechs Monaten bis zu fünf Jahren bestraft.",
     "prison min P6M max P5Y"},
    {"Der Müller wird mit Freiheitsstrafe von einem Jahr bis zu zehn Jahren bestraft.",
     "prison min P1Y max P10Y"},
    {"Die Strafe ist Freiheitsstrafe von drei Monaten bis zu zwei Jahren.",
     "prison min P3M max P2Y"},
    {"Auf Freiheitsstrafe nicht unter fünf Jahren ist zu erkennen.", "prison min P5Y"},
    {"Die Strafe ist lebenslange Freiheitsstrafe.", "life"},
    {"Die Strafe ist lebenslange Freiheitsstrafe oder Freiheitsstrafe nicht unter zehn Jahren.",
     "life or prison min P10Y"},
    {"Der Fischer wird mit Geldstrafe bestraft.", "fine"},
    {"Der Fischer wird mit Geldstrafe bis zu 180 Tagessätzen bestraft.", "day-fine max 180"},
    {"Der Weber wird mit Geldstrafe bis zu dreihundert Tagessätzen bestraft.", "day-fine max 300"},
    {"Das kann mit einer Geldbuße bis zu fünfundzwanzigtausend Euro geahndet werden.",
     "fine max 25000 EUR"},
    {"Das kann mit einer Geldbuße bis zu 50 000 Euro geahndet werden.", "fine max 50000 EUR"},
    {"Das kann mit einer Geldbuße bis zu 1.000 Euro geahndet werden.", "fine max 1000 EUR"},
    {"Das kann mit einer Geldbuße bis zu zehn Millionen Euro geahndet werden.",
     "fine max 10000000 EUR"},
    {"Das kann mit einer Geldbuße von fünf bis zu tausend Euro geahndet werden.",
     "fine min 5 max 1000 EUR"},
    {"Das kann mit einer Geldbuße bis zu zehntausend Deutsche Mark geahndet werden.",
     "fine max 10000 DEM"},
    {"Die Tat wird mit Freiheitsstrafe bestraft.", "prison"},
    {"Auf die Tat steht die Todesstrafe, die verhängt wird.", "death"},
    {"Wer das tut, wird mit Freiheitsstrafe von mindestens zwei Jahren bestraft.",
     "prison min P2Y"},
    {"Der Gärtner wird mit Freiheitsstrafe bis zu sechs Monaten oder mit Geldstrafe bis zu "
     "hundertachtzig Tagessätzen bestraft.",
     "prison max P6M or day-fine max 180"},
    {"Der Gärtner wird mit Freiheitsstrafe bis zu zwei Jahren und mit Geldstrafe bestraft.",
     "prison max P2Y and fine"},
    {"Der Gärtner wird mit Freiheitsstrafe nicht unter drei Jahren bestraft, in minder schweren "
     "Fällen mit Freiheitsstrafe von einem Jahr bis zu zehn Jahren.",
     "prison min P3Y | prison min P1Y max P10Y"},
    {"In leichten Fällen ist die Strafe Freiheitsstrafe bis zu fünf Jahren oder Geldstrafe.",
     "prison max P5Y or fine"},
    {"Wird der Stein zerstört, so ist auf Freiheitsstrafe von zwei Jahren bis zu fünfzehn Jahren "
     "zu erkennen.",
     "prison min P2Y max P15Y"},
    {"Der Hüter wird mit Gefängnis bis zu drei Monaten bestraft.", "prison max P3M"},
    {"Der Hüter wird mit Strafarrest bis zu sechs Monaten bestraft.", "prison max P6M"},
    {"Die Ordnungswidrigkeit kann mit einer Geldbuße geahndet werden.", "fine"},
    {"Der Schmied wird mit Freiheitsstrafe bis zu fünf Jahren bestraft.", "prison max P5Y"},
    {"Die Verjährungsfrist beträgt fünf Jahre bei Freiheitsstrafe bis zu fünf Jahren.", ""},
    {"Wer zu Freiheitsstrafe von einem Jahr verurteilt wurde, ist nicht wählbar.", ""},
    {"Die Amtszeit beträgt vier Jahre.", ""},
    {"Der Bericht ist binnen drei Monaten vorzulegen.", ""},
    {"Die Vollstreckung einer Freiheitsstrafe von einem Jahr wird ausgesetzt.", ""},
    {"Eine Straftat, die mit Freiheitsstrafe bis zu fünf Jahren bedroht ist, wird gemeldet.", ""},
    {"Nach Verbüßung von zwei Jahren Freiheitsstrafe kann der Rest zur Bewährung ausgesetzt "
     "werden.",
     ""},
    {"Die Geldbuße ist binnen zwei Wochen zu zahlen.", ""},
    {"Der Ausweis kostet zehn Euro und gilt ein Jahr.", ""},
    {"Die Tilgungsfrist beträgt drei Jahre bei Freiheitsstrafe von einem Jahr.", ""},
    {"Das Gefängnis hat drei Stockwerke.", ""},
    {"Niemand wird mit der Todesstrafe bestraft.", ""},
    {"Die Todesstrafe ist abgeschafft.", ""},
    {"Der Schmied wird nicht mit Freiheitsstrafe unter einem Jahr bestraft, sondern "
     "freigesprochen, "
     "und nicht bestraft wird auch der Knecht.",
     ""},
    {"Der Bäcker backt Brot.", ""},
});

TEST(Penalties, AreRecognisedInEnglish) {
  check("en", kEnglish);
}

TEST(Penalties, AreRecognisedInSpanish) {
  check("es", kSpanish);
}

TEST(Penalties, AreRecognisedInPersian) {
  check("fa", kPersian);
}

TEST(Penalties, AreRecognisedInGerman) {
  check("de", kGerman);
}

TEST(Penalties, AreNotRecognisedInAnotherLanguage) {
  PenaltyRecogniser recogniser("fr");
  EXPECT_TRUE(recogniser.read("puni de deux ans de prison").clauses.empty());
}

// Words of the tables by chance, in any order: nothing crashes, and every clause is spelled again
// by its own words.
template <size_t N>
void shuffle(std::string const& language, std::array<Row, N> const& rows) {
  PenaltyRecogniser recogniser(language);
  std::mt19937 random(20261122);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int piece = 0; piece < 6; ++piece) {
      std::string const from = rows[random() % N].text;
      text +=
          from.substr(random() % from.size(), 1 + random() % 40) + (piece % 2 == 0 ? " " : ", ");
    }
    uint32_t after = 0;
    for (RecognisedPenalty const& clause : recogniser.read(text).clauses) {
      ASSERT_LE(after, clause.begin) << text;
      ASSERT_LT(clause.begin, clause.end) << text;
      ASSERT_LE(clause.end, text.size()) << text;
      after = clause.end;
      auto const again = recogniser.spelled(text.substr(clause.begin, clause.end - clause.begin));
      ASSERT_EQ(again.size(), 1U) << text;
      EXPECT_EQ(clause_text(again[0]), clause_text(clause)) << text;
    }
  }
}

TEST(Penalties, AreSpelledAgainByTheirOwnWords) {
  shuffle("en", kEnglish);
  shuffle("es", kSpanish);
  shuffle("fa", kPersian);
  shuffle("de", kGerman);
}

}  // namespace
}  // namespace cyberlex
