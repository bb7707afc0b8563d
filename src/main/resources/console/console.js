// The browser knows no rule, no default and no field: texts go to the server, and what it answers is shown as text.
import { texts } from "/texts.js";

export const byId = (id) => document.getElementById(id);
const text = byId("text");
const form = byId("form");
const attach = byId("attach");
let repaired = "";
let asked = 0; // the number of the latest text that is to be checked
let checking = false;
let unsaved = false;
let numbered = { findings: [], lines: 0 }; // what the column of line numbers shows
let begun = {}; // the text before the first edit of a field, and what the last one made of it
const edits = []; // of fields, in the order of the keys, that the text does not have yet

// Drafts are of one person: the next one who logs in in this tab finds none.
const visitor = document.querySelector("form.visitor");
const who = visitor?.querySelector("span").textContent ?? "";
if ((sessionStorage.getItem("visitor") ?? "") !== who) {
  sessionStorage.clear();
  sessionStorage.setItem("visitor", who);
}
visitor?.addEventListener("submit", () => window.addEventListener("pagehide", () => sessionStorage.clear()));

export async function ask(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? await answer.json() : { refused: await answer.text() };
  } catch {
    return { refused: say("js.offline") };
  }
}

export function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

// The texts are in the language of the page.
export function say(key, ...values) {
  return values.reduce((words, value, i) => words.replaceAll(`{${i}}`, value), texts[key] ?? key);
}

// Code stands in backquotes.
function paragraph(words) {
  const made = element("p", "", "");
  made.append(...words.split("`").map((it, i) => (i % 2 ? element("code", "", it) : it)));
  return made;
}

// A rule in the language of the reader; nothing in English.
export function ruleWords(rule) {
  if (!rule) return [];
  const made = element("div", "local", "");
  made.append(paragraph(rule.summary), paragraph(rule.remedy));
  return [made];
}

// The lines of a comparison; a + or a - before those that one of the texts has.
export function diffLines(lines) {
  const kinds = { "+": "plus", "-": "minus", " ": "" };
  return lines.map((it) => element("span", kinds[it.mark], `${it.mark} ${it.text}\n`));
}

// As a file of the reader's.
export function save(content, type, name) {
  const link = element("a", "", "");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// Of a rule, in a tab of its own: the draft stays.
export function ruleLink(code, words) {
  const made = element("a", "", words);
  made.href = `/rules/${encodeURIComponent(code)}`;
  made.target = "_blank";
  return made;
}

// What the engine says is English where the server has no translation of it.
export function said(made) {
  if (/\p{Script=Han}/u.test(made.textContent)) made.removeAttribute("lang");
  else made.lang = "en";
  return made;
}

function item(finding, rules) {
  const li = element("li", `finding ${finding.effect}`, "");
  const head = element("p", "", "");
  head.append(element("span", "label", texts[`js.effect.${finding.effect}`] ?? finding.effect), " ", element("strong", "", finding.title));
  li.append(head, said(element("p", "", `${finding.fact} ${finding.remedy}`)), ...ruleWords(rules[finding.code]));
  const place = element("button", "plain", say("js.line", finding.line));
  place.type = "button";
  place.addEventListener("click", () => select(finding.line));
  const links = element("p", "actions", "");
  links.append(place);
  if (finding.code) links.append(ruleLink(finding.code, say("js.why", finding.code)));
  li.append(links);
  return li;
}

function select(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
}

// The number of each line, with a mark where a finding is: at several the one that denies.
function numberLines(findings) {
  const lines = text.value.split("\n");
  numbered = { findings, lines: lines.length };
  const marks = new Map();
  for (const it of findings) if (marks.get(it.line)?.effect !== "denied") marks.set(it.line, it);
  const pieces = [""];
  lines.forEach((_, i) => {
    const found = marks.get(i + 1);
    if (!found) {
      pieces.push(`${pieces.pop()}${i + 1}\n`);
      return;
    }
    const mark = element("span", found.effect, String(i + 1));
    mark.title = found.title;
    mark.addEventListener("click", () => select(found.line));
    pieces.push(mark, "\n");
  });
  byId("gutter").replaceChildren(...pieces);
  scrollNumbers();
}

function scrollNumbers() {
  byId("gutter").scrollTop = text.scrollTop;
}

function fill(fields) {
  for (const control of form.elements) {
    if (!control.name || control === document.activeElement || control.closest("[hidden]")) continue;
    if (edits.some((it) => it.control === control)) continue; // what was typed is newer than this answer
    const value = fields[control.name] ?? "";
    if (control.tagName === "SELECT" && ![...control.options].some((it) => it.value === value)) {
      control.add(new Option(value));
    }
    control.value = value;
  }
}

function show({ review, added, form: shown, rules }) {
  repaired = review.repaired;
  byId("findings").replaceChildren(...review.findings.map((it) => item(it, rules)));
  numberLines(review.findings);
  byId("notices").replaceChildren(...review.notices.map((it) => said(element("li", "alert warning", it))));
  byId("notices").hidden = review.notices.length === 0;
  const count = review.findings.length;
  byId("status").textContent = count === 0 ? say("js.no-findings") : say(count === 1 ? "js.one-finding" : "js.findings", count);
  byId("additions").hidden = added.length === 0;
  byId("added").replaceChildren(...diffLines(added));
  if (byId("nodes")) {
    byId("nodes").hidden = !shown.nodePolicy;
    byId("node-policy").textContent = shown.nodePolicy;
  }
  if (form && shown.type === form.dataset.type) {
    for (const group of form.querySelectorAll("[data-ipam]")) {
      group.hidden = group.dataset.ipam !== (shown.fields["ipam.type"] ?? "");
    }
    fill(shown.fields);
  }
}

// One text at a time, and then the one that is there by then: keys that come faster than answers do not queue.
async function check() {
  asked++;
  if (checking) return;
  checking = true;
  try {
    for (let done = 0; done !== asked; ) {
      done = asked;
      await checkNow(done);
    }
  } finally {
    checking = false;
  }
}

async function checkNow(number) {
  if (!text.value.trim()) {
    byId("status").textContent = say("js.no-text");
    byId("findings").replaceChildren();
    numberLines([]);
    byId("additions").hidden = true;
    for (const id of ["check", "explain"]) if (byId(id)) byId(id).textContent = "";
    return;
  }
  const answer = await ask("/api/check", { text: text.value });
  if (number !== asked) return; // a later text is under way
  if (answer.refused) {
    byId("status").textContent = answer.refused;
    return;
  }
  show(answer);
  if (byId("check")) {
    byId("check").textContent = answer.review.text;
    const explained = await ask("/api/explain", { text: text.value });
    if (number === asked) byId("explain").textContent = explained.text ?? explained.refused;
  }
  if (attach) predict(number);
}

function mark(isUnsaved) {
  unsaved = isUnsaved;
  byId("reset").disabled = !isUnsaved;
}

function keep() {
  mark(true);
  sessionStorage.setItem(text.dataset.draft, text.value);
}

function changed() {
  keep();
  // The answer brings the marks. The numbers do not wait for it.
  if (text.value.split("\n").length !== numbered.lines) numberLines(numbered.findings);
  check();
}

// One after the other: each edit is of the text that the one before made. The keys of one field change the text that
// was there before the first of them: a field that is emptied and filled again keeps its place and its quotes.
async function applyEdits() {
  while (edits.length > 0) {
    const { control, value } = edits[0];
    const before = text.value;
    if (begun.control !== control || begun.made !== before) begun = { control, text: before };
    const made = await ask("/api/edit", { text: begun.text, field: control.name, value });
    if (text.value !== before) continue; // its editor was used meanwhile: edit what is there now
    edits.shift();
    byId("refused").textContent = made.refused ?? "";
    byId("refused").hidden = !made.refused;
    control.setAttribute("aria-invalid", String(Boolean(made.refused)));
    begun.made = made.text ?? before;
    if (made.text !== undefined && made.text !== before) {
      text.value = made.text;
      keep();
    }
  }
  check();
}

if (text) {
  const kept = sessionStorage.getItem(text.dataset.draft);
  if (kept !== null && kept !== text.value) {
    text.value = kept;
    mark(true);
  }
  numberLines([]);
  text.addEventListener("input", changed);
  text.addEventListener("scroll", scrollNumbers);
  byId("repair").addEventListener("click", () => {
    text.value = repaired;
    changed();
    text.focus();
  });
  byId("reset").addEventListener("click", () => {
    text.value = text.defaultValue;
    sessionStorage.removeItem(text.dataset.draft);
    mark(false);
    check();
    text.focus();
  });
  text.addEventListener("saved", () => {
    sessionStorage.removeItem(text.dataset.draft);
    mark(false);
  });
  byId("download").addEventListener("click", () => {
    save(text.value, "application/yaml", byId("download").dataset.file);
    unsaved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  check();
}

async function predict(number) {
  const answer = await ask("/api/interfaces", { text: text.value, ...target() });
  if (number !== asked) return;
  const [heads, ...rows] = answer.lines ?? [[]];
  const line = (kind, cells) => {
    const tr = element("tr", "", "");
    tr.append(...cells.map((it) => said(element(kind, "", it))));
    return tr;
  };
  byId("predicted").replaceChildren(...(heads.length ? [line("th", heads), ...rows.map((it) => line("td", it))] : []));
  const remarks = answer.refused ? [answer.refused] : answer.remarks;
  byId("remarks").replaceChildren(...remarks.map((it) => said(element("li", "", it))));
}

function target() {
  return { kind: attach.kind.value, namespace: attach.namespace.value, name: attach.elements.name.value };
}

if (attach) {
  attach.addEventListener("submit", async (event) => {
    event.preventDefault();
    const before = text.value;
    const made = await ask("/api/attach", { text: before, ...Object.fromEntries(new FormData(attach)) });
    byId("not-attached").textContent = made.refused ?? "";
    byId("not-attached").hidden = !made.refused;
    if (made.text === undefined || text.value !== before) return;
    text.value = made.text;
    changed();
  });
  byId("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.value);
    byId("copy").textContent = say("js.copied");
  });
}

function edited(control) {
  edits.push({ control, value: control.value });
  if (edits.length === 1) applyEdits();
}

if (form) {
  form.addEventListener("input", ({ target }) => {
    if (target.tagName !== "SELECT") edited(target);
  });
  // Drivers of browsers choose an option without the event "input".
  form.addEventListener("change", ({ target }) => {
    if (target.tagName === "SELECT") edited(target);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}
