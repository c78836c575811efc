// The programs as a browser meets them: an index of the shipped corpus, and of a hostile act where that
// is wanted, the daemon that serves it, a Chromium that tells of every request.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const bin = process.env.CYBERLEX_BIN;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const heaviest = 100_000; // bytes of a page's HTML
export const languages = ["en", "es", "fa"];

function build(index, further) {
  const built = spawnSync(join(bin, "cyberlex-indexer"), [
    "build", "--corpus", join(root, "corpus"), ...further.flatMap((each) => ["--corpus", join(here, each)]),
    "--mappings", join(root, "mappings"), "--index", index, "--progress", "none",
  ], { encoding: "utf8" });
  if (built.status !== 0) {
    throw new Error(built.stderr);
  }
}

async function serve(index) {
  const daemon = spawn(join(bin, "cyberlex-searchd"), ["--index", index, "--listen", "127.0.0.1:0"]);
  const url = await new Promise((found, failed) => {
    let said = "";
    daemon.stdout.on("data", (text) => {
      said += text;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) {
        found(address[0]);
      }
    });
    daemon.on("exit", () => failed(new Error(`no address in ${said}`)));
  });
  daemon.stderr.resume();
  return { daemon, url };
}

// What the tests of one file share. `further`: folders beside this file, indexed as well. close() ends
// all of it.
export async function open(...further) {
  const folder = mkdtempSync(join(tmpdir(), "cyberlex-browser-"));
  build(join(folder, "index"), further);
  const { daemon, url } = await serve(join(folder, "index"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox"],
  });
  const close = async () => {
    await browser.close();
    const ended = new Promise((done) => daemon.on("exit", done));
    daemon.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { url, browser, close };
}

// A page of its own, with its requests and what went wrong on it: requests that leave the host, faults
// of scripts, breaches of the Content-Security-Policy. audit() evaluates from outside the policy.
export async function visit(house, options = {}) {
  const context = await house.browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const faults = [];
  const requests = [];
  page.on("request", (request) => {
    requests.push(request.url());
    if (!request.url().startsWith(house.url) && !request.url().startsWith("data:")) {
      faults.push(`request to ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content.Security.Policy|Refused/i.test(message.text())) {
      faults.push(message.text());
    }
  });
  return { page, context, faults, requests };
}

async function violations(page, options) {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe);
  }
  const found = await page.evaluate((how) => window.axe.run(document, how), { ...options, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary}`));
}

// Violations of WCAG 2.2 A and AA, a line each.
export const audit = (page) =>
  violations(page, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
// Those that can differ between a light and a dark page.
export const auditColours = (page) =>
  violations(page, { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } });
