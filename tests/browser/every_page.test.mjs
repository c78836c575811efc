// Every kind of page, in each language, light and dark: answered, light enough, accessible, and with
// nothing from elsewhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, heaviest, languages, open, schemes, visit } from "./house.mjs";

const section24 = "/akn/ng/act/2015/cybercrimes-act/!main~sec_24";
const pages = {
  search: "/?q=illegal+access",
  "search with filters": "/?q=computer&jurisdiction=ng&jurisdiction=ir&status=in-force",
  "search without hits": "/?q=computer&jurisdiction=ng&offence=illegal-access&text=official-translation",
  acts: "/acts",
  treaties: "/conventions",
  treaty: "/conventions/unc",
  article: "/conventions/unc/7",
  states: "/jurisdictions",
  state: "/jurisdictions/ng",
  matrix: "/matrix/unc",
  safeguards: "/safeguards",
  "compare, to be filled": "/compare",
  compare: "/compare?item=ng/cybercrimes-act-2015/sec_6&item=ir/computer-crimes-law/art_1&item=ni/ley-1042/art_4",
  "dual criminality, to be filled": "/dual-criminality",
  "dual criminality": "/dual-criminality?requesting=ng&requested=ir&offence=illegal-access",
  "dual criminality of many offences": "/dual-criminality?requesting=ng&requested=ir&offence=cyber-enabled-offence",
  timeline: "/diff?provision=ir/computer-crimes-law/art_8",
  difference: "/diff?provision=ng/cybercrimes-act-2015/sec_24&from=2020-01-01&to=2026-01-01",
  coverage: "/coverage",
  thesaurus: "/thesaurus",
  about: "/about",
};
// Asked for wrongly, and answered with a page all the same.
const problems = {
  "an unknown value": ["/?status=in-farce", 400],
  "no such provision": ["/diff?provision=ng/cybercrimes-act-2015/sec_999", 404],
  "not that day": ["/diff?provision=ng/cybercrimes-act-2015/sec_24&from=2001-01-01&to=2002-01-01", 404],
};

let house;
let own; // the pages of one provision and its act, by the addresses that the API gives
before(async () => {
  house = await open();
  const answer = await fetch(`${house.url}/api/v1/provisions/ng/cybercrimes-act-2015/sec_24`);
  const provision = await answer.json();
  own = { provision: provision.iri ?? section24 };
  own.act = own.provision.replace(/\/!main.*|\/[a-z]{3}@.*/, "");
});
after(() => house?.close());

const within = (path, language) => path + (path.includes("?") ? "&" : "?") + `ui=${language}`;

async function look(path, language, scheme, expected) {
  const { page, context, faults } = await visit(house, { colorScheme: scheme });
  const response = await page.goto(house.url + within(path, language));
  assert.equal(response.status(), expected);
  assert.match(response.headers()["content-type"], /^text\/html/);
  const size = (await response.body()).length;
  assert.ok(size <= heaviest, `${size} bytes`);
  assert.equal(await page.getAttribute("html", "lang"), language);
  assert.equal(await page.getAttribute("html", "dir"), language === "fa" ? "rtl" : "ltr");
  assert.equal(await page.locator("h1").count(), 1);
  const levels = await page.$$eval("h1,h2,h3,h4,h5,h6", (all) => all.map((each) => Number(each.tagName[1])));
  levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, `headings ${levels}`));
  assert.deepEqual(await audit(page), []);
  assert.deepEqual(faults, []);
  await context.close();
}

async function everywhere(t, path, expected = 200) {
  for (const language of languages) {
    for (const scheme of schemes) {
      await t.test(`${language}, ${scheme}`, () => look(path, language, scheme, expected));
    }
  }
}

for (const [name, path] of Object.entries(pages)) {
  test(name, (t) => everywhere(t, path));
}
test("provision", (t) => everywhere(t, own.provision));
test("act", (t) => everywhere(t, own.act));
for (const [name, [path, status]] of Object.entries(problems)) {
  test(name, (t) => everywhere(t, path, status));
}

test("no page is wider than a narrow screen", async (t) => {
  for (const [name, path] of Object.entries({ ...pages, ...own })) {
    await t.test(name, async () => {
      const { page, context } = await visit(house, { viewport: { width: 390, height: 800 } });
      await page.goto(house.url + within(path, "fa"));
      const [shown, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      assert.ok(wide <= shown, `${wide} of ${shown} pixels`);
      await context.close();
    });
  }
});
