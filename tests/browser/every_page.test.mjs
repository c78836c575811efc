// Every kind of page, in each language, light and dark: answered, light enough, accessible, named by
// headings, no wider than a narrow screen, and with nothing from elsewhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { audit, auditColours, heaviest, languages, open, visit } from "./house.mjs";
import { pages, problems, within } from "./kinds.mjs";

const atOnce = 3; // pages of one browser
const mostRequests = 3; // the page, its style sheet, its script

let house;
before(async () => {
  house = await open();
});
after(() => house?.close());

async function checkHeadings(page) {
  const levels = await page.$$eval("h1,h2,h3,h4,h5,h6", (all) => all.map((each) => Number(each.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, `headings ${levels}`));
}

async function checkNarrow(page) {
  await page.setViewportSize({ width: 390, height: 800 });
  const [shown, wide] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  assert.ok(wide <= shown, `${wide} of ${shown} pixels`);
}

async function look(path, language, status) {
  const { page, context, faults, requests } = await visit(house, { colorScheme: "light" });
  const response = await page.goto(house.url + within(path, language), { waitUntil: "load" });
  assert.equal(response.status(), status);
  assert.match(response.headers()["content-type"], /^text\/html/);
  const size = (await response.body()).length;
  assert.ok(size <= heaviest, `${size} bytes`);
  assert.ok(requests.length <= mostRequests, requests.join("\n"));
  assert.equal(await page.getAttribute("html", "lang"), language);
  assert.equal(await page.getAttribute("html", "dir"), language === "fa" ? "rtl" : "ltr");
  await checkHeadings(page);
  assert.deepEqual(await audit(page), []);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await auditColours(page), []);
  await checkNarrow(page);
  assert.deepEqual(faults, []);
  await context.close();
}

test("every page", { concurrency: atOnce }, async (t) => {
  const asked = [...Object.entries(pages).map(([name, path]) => [name, path, 200]),
    ...Object.entries(problems).map(([name, [path, status]]) => [name, path, status])];
  await Promise.all(asked.flatMap(([name, path, status]) =>
    languages.map((language) => t.test(`${name}, ${language}`, () => look(path, language, status)))));
});
