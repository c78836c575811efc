// Texts of a corpus that attack whoever shows them: they are read as words and do nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, visit } from "./house.mjs";

let house;
before(async () => {
  house = await open("hostile");
});
after(() => house?.close());

const iri = "/akn/zz/act/2020/hostile-act";
const pages = {
  search: "/?q=hostilities&jurisdiction=zz",
  act: iri,
  provision: `${iri}/!main~sec_1`,
  "a long word": `${iri}/!main~sec_2`,
  compare: "/compare?item=zz/hostile-act-2020/sec_1&item=ng/cybercrimes-act-2015/sec_6",
  timeline: "/diff?provision=zz/hostile-act-2020/sec_1",
  difference: "/diff?provision=zz/hostile-act-2020/sec_1&from=2021-01-01&to=2023-01-01",
  "dual criminality": "/dual-criminality?requesting=zz&requested=ng&offence=illegal-access",
  state: "/jurisdictions/zz",
  "a hostile query": "/?q=%22%3E%3Cscript%3Edocument.title%3D'owned'%3C%2Fscript%3E%E2%80%AEesrever",
  "a hostile parameter": "/diff?provision=%3Cscript%3Edocument.title%3D'owned'%3C%2Fscript%3E",
  "a hostile path": "/%3Cscript%3Edocument.title%3D'owned'%3C%2Fscript%3E",
};

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is harmless`, async () => {
    const { page, context, faults } = await visit(house, { viewport: { width: 390, height: 800 } });
    await page.goto(house.url + path, { waitUntil: "networkidle" });
    assert.doesNotMatch(await page.title(), /^owned$/);
    assert.deepEqual(faults, []);
    assert.equal(await page.locator("script:not([src]), img, [onload], [onerror], [onmouseover]").count(), 0);
    assert.equal(await page.locator("[href^='javascript:' i]").count(), 0);
    assert.equal(await page.locator("h1").count(), 1);
    const [shown, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    assert.ok(wide <= shown, `${wide} of ${shown} pixels`);
    await context.close();
  });
}

test("an overridden direction ends with the text that holds it", async () => {
  const { page, context } = await visit(house);
  await page.goto(house.url + "/diff?provision=zz/hostile-act-2020/sec_1&from=2021-01-01&to=2023-01-01");
  const open = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      let element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.includes("\u202e")) {
        continue;
      }
      const isolates = (each) => getComputedStyle(each).unicodeBidi.includes("isolate") ||
        ["block", "list-item", "table-cell"].includes(getComputedStyle(each).display);
      if (!isolates(element)) {
        found.push(element.outerHTML);
      }
    }
    return found;
  });
  assert.deepEqual(open, []);
  await context.close();
});

test("braces of a template in a text stay as they are", async () => {
  const { page, context } = await visit(house);
  await page.goto(house.url + `${iri}/!main~sec_1?as_of=2021-01-01`);
  assert.match(await page.locator("main").innerText(), /\{\{t:skip\}\} \{\{\{content\}\}\}/);
  await context.close();
});
