// What a lawyer does: search, narrow, go back, compare, take away; with the mouse, with the keyboard,
// and without scripts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open, visit } from "./house.mjs";

let house;
before(async () => {
  house = await open();
});
after(() => house?.close());

const total = (page) => page.locator("#count").innerText();
const box = (page, name, value) => page.locator(`input[type=checkbox][name="${name}"][value="${value}"]`);

async function unfold(page, facet) {
  const details = page.locator(`details[data-facet=${facet}]`);
  if ((await details.getAttribute("open")) === null) {
    await details.locator("summary").click();
  }
}

async function filtered(page, name, value, scripts) {
  await unfold(page, name);
  const arrived = scripts ? page.waitForURL((url) => url.searchParams.getAll(name).join().includes(value)) : null;
  await box(page, name, value).check();
  if (scripts) {
    await arrived;
  } else {
    await page.locator(".apply button").click();
  }
}

async function searchAndNarrow(page, scripts) {
  await page.goto(house.url + "/");
  await page.fill("#q", "illegal access");
  await page.locator("#search button[type=submit]").click();
  const all = await total(page);
  await filtered(page, "jurisdiction", "ng", scripts);
  const nigeria = await total(page);
  assert.notEqual(nigeria, all);
  await filtered(page, "jurisdiction", "ir", scripts);
  const both = await total(page);
  assert.notEqual(both, nigeria);
  assert.ok(await box(page, "jurisdiction", "ng").isChecked());
  assert.ok(await box(page, "jurisdiction", "ir").isChecked());
  return { all, nigeria, both };
}

for (const scripts of [true, false]) {
  const how = scripts ? "with scripts" : "without scripts";

  test(`filters add up, and the back button takes each away again, ${how}`, async () => {
    const { page, context, faults } = await visit(house, { javaScriptEnabled: scripts });
    const counts = await searchAndNarrow(page, scripts);
    await page.goBack();
    assert.equal(await total(page), counts.nigeria);
    await page.goBack();
    assert.equal(await total(page), counts.all);
    await page.goForward();
    assert.equal(await total(page), counts.nigeria);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test(`ticked provisions are compared side by side, ${how}`, async () => {
    const { page, context } = await visit(house, { javaScriptEnabled: scripts });
    await page.goto(house.url + "/?q=illegal+access");
    const boxes = page.locator("input[name=item][type=checkbox]");
    const chosen = [await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()];
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.locator("#compare button").click();
    await page.waitForURL(/\/compare\?/);
    for (const handle of chosen) {
      assert.ok((await page.locator("main").innerText()).includes(handle), handle);
    }
    await context.close();
  });
}

test("the tray is kept from page to page", async () => {
  const { page, context } = await visit(house);
  await page.goto(house.url + "/?q=illegal+access&jurisdiction=ng");
  const first = page.locator("input[name=item][type=checkbox]").first();
  const handle = await first.inputValue();
  await first.check();
  await page.goto(house.url + "/?q=illegal+access&jurisdiction=ir");
  await page.locator("input[name=item][type=checkbox]").first().check();
  await page.locator("#compare button").click();
  await page.waitForURL(/\/compare\?/);
  assert.ok(new URL(page.url()).searchParams.getAll("item").includes(handle));
  await context.close();
});

test("an export holds the hits that the page counts", async () => {
  const { page, context } = await visit(house, { acceptDownloads: true });
  await page.goto(house.url + "/?q=cyberstalking&jurisdiction=ng");
  const hits = await page.locator(".hits > li").count();
  await page.locator("details.take summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".take a[href*='format=jsonl']").click(),
  ]);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.filter((line) => line.handle).length, hits);
  await context.close();
});

test("another language shows the same hits and is carried on", async () => {
  const { page, context } = await visit(house, { locale: "en-GB" });
  await page.goto(house.url + "/?q=illegal+access&jurisdiction=ng");
  const english = await page.locator(".hit code").allInnerTexts();
  await page.locator(".languages a[hreflang=fa]").click();
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  assert.deepEqual(await page.locator(".hit code").allInnerTexts(), english);
  await page.locator(".hit h3 a").first().click();
  assert.equal(await page.getAttribute("html", "lang"), "fa");
  await context.close();
});

test("a browser's language is answered where the address names none", async () => {
  const { page, context } = await visit(house, { locale: "es-NI" });
  await page.goto(house.url + "/");
  assert.equal(await page.getAttribute("html", "lang"), "es");
  await context.close();
});

// Moves the focus on by Tab until it stands on what `selector` names; fails after `most` stops.
async function tabTo(page, selector, most = 400) {
  for (let stop = 0; stop < most; ++stop) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way to ${selector} by keyboard`);
}

test("search, compare and export by keyboard alone", async () => {
  const { page, context } = await visit(house, { acceptDownloads: true });
  await page.goto(house.url + "/");
  await tabTo(page, ".skip");
  assert.ok(await page.locator(".skip").isVisible());
  await tabTo(page, "#q");
  await page.keyboard.type("illegal access");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=illegal/);

  await tabTo(page, ".hit:nth-child(1) input[name=item]");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
  await page.keyboard.press("Space");
  await tabTo(page, ".hit:nth-child(2) input[name=item]");
  await page.keyboard.press("Space");
  await tabTo(page, "#compare button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/compare\?/);
  assert.equal(new URL(page.url()).searchParams.getAll("item").length, 2);

  await page.goBack();
  await tabTo(page, ".take summary");
  await page.keyboard.press("Enter");
  await tabTo(page, ".take a[href*='format=csv']");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(readFileSync(await download.path(), "utf8"), /handle/);
  await context.close();
});

test("a cell of the matrix leads to the provisions behind it", async () => {
  const { page, context } = await visit(house, { javaScriptEnabled: false });
  await page.goto(house.url + "/matrix/unc");
  await page.locator("table.grid tbody td a").first().click();
  assert.ok((await page.locator(".hits > li").count()) > 0);
  await context.close();
});

test("two days are chosen on the timeline and compared", async () => {
  const { page, context } = await visit(house, { javaScriptEnabled: false });
  await page.goto(house.url + "/diff?provision=ng/cybercrimes-act-2015/sec_24");
  assert.equal(await page.locator(".states > li").count(), 2);
  await page.fill("input[name=from]", "2020-01-01");
  await page.fill("input[name=to]", "2026-01-01");
  await page.locator("form.days button").click();
  assert.ok((await page.locator("del").count()) > 0);
  assert.ok((await page.locator("ins").count()) > 0);
  await context.close();
});

test("dual criminality is asked by its form, and never answered with a no", async () => {
  const { page, context } = await visit(house, { javaScriptEnabled: false });
  await page.goto(house.url + "/dual-criminality");
  await page.selectOption("#requesting", "ng");
  await page.selectOption("#requested", "ir");
  await page.selectOption("#offence", "illegal-access");
  await page.locator("form.ask button").click();
  assert.match(await page.locator(".answer").innerText(), /Doubtful|Prima facie|Not found in the corpus/);
  assert.equal(await page.locator("#requesting").inputValue(), "ng");
  assert.equal(await page.locator("#offence").inputValue(), "illegal-access");
  await context.close();
});
