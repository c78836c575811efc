// screenshots.mjs FOLDER [WORD]: a picture of every kind of page (of those whose name holds the word) in
// each language: wide and narrow, light and dark, and as it is printed.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { languages, open, visit } from "./house.mjs";
import { pages, problems, within } from "./kinds.mjs";

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };
const paper = { width: 794, height: 1123 }; // A4 at 96 pixels an inch
const tallest = 4000; // pixels of a picture
const ways = [
  { name: "light", viewport: wide, media: { media: "screen", colorScheme: "light" } },
  { name: "dark", viewport: wide, media: { media: "screen", colorScheme: "dark" } },
  { name: "narrow", viewport: narrow, media: { media: "screen", colorScheme: "light" } },
  { name: "print", viewport: paper, media: { media: "print", colorScheme: "light" } },
];

async function draw(house, folder, name, path, language) {
  const { page, context } = await visit(house);
  await page.goto(house.url + within(path, language), { waitUntil: "load" });
  for (const way of ways) {
    await page.setViewportSize(way.viewport);
    await page.emulateMedia(way.media);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: way.viewport.width, height: Math.min(height, tallest) });
    const file = `${name.toLowerCase().replace(/[^a-z]+/g, "-")}.${language}.${way.name}.png`;
    await page.screenshot({ path: join(folder, file) });
  }
  await context.close();
}

// What README shows: a part of a screen, with few enough pixels.
async function drawSmall(house, folder, name, path, top, viewport) {
  const { page, context } = await visit(house, { viewport, colorScheme: "light" });
  await page.goto(house.url + path, { waitUntil: "load" });
  await page.locator(top).first().evaluate((each) => each.scrollIntoView());
  await page.screenshot({ path: join(folder, `readme-${name}.png`) });
  await context.close();
}

const folder = resolve(process.argv[2]);
const word = process.argv[3] ?? "";
mkdirSync(folder, { recursive: true });
const house = await open();
try {
  const asked = [...Object.entries(pages), ...Object.entries(problems).map(([name, [path]]) => [name, path])];
  for (const [name, path] of asked.filter(([each]) => each.includes(word))) {
    await Promise.all(languages.map((language) => draw(house, folder, name, path, language)));
  }
  await drawSmall(house, folder, "search", "/?q=illegal+access&jurisdiction=ng", ".columns", { width: 900, height: 340 });
  await drawSmall(house, folder, "matrix", pages.matrix, "table.grid", { width: 720, height: 460 });
} finally {
  await house.close();
}
