// Sends a proposal, and shows what the server answers as text.
import { ask, byId, element, ruleLink, ruleWords, said, save, say } from "/console.js";

const form = byId("proposal");
const status = byId("outcome-status");
let asked = 0;
let judging = false;

function body() {
  return { text: byId("text").value, ...Object.fromEntries(new FormData(form)) };
}

// Of the row's rule: its name leads to its page, and the message stands below.
function cell(head, words, row, told) {
  const td = element("td", "", "");
  td.setAttribute("role", "cell");
  td.dataset.label = head;
  if (!row.rule || !words.startsWith(row.rule)) {
    td.textContent = words;
    return td;
  }
  const both = element("div", "", "");
  both.append(ruleLink(row.rule, words), said(element("p", "help", row.message)), ...told(row.rule));
  td.append(both);
  return td;
}

function line(cells, role) {
  const tr = element("tr", "", "");
  tr.setAttribute("role", role);
  tr.append(...cells);
  return tr;
}

function table({ title, heads, total, rows }, rules) {
  const known = new Set();
  // Once in a table.
  const told = (rule) => (known.size < known.add(rule).size ? ruleWords(rules[rule]) : []);
  const head = document.createElement("thead");
  const names = heads.map((it) => {
    const th = element("th", "", it);
    th.scope = "col";
    th.setAttribute("role", "columnheader");
    return th;
  });
  head.append(line(names, "row"));
  const lines = document.createElement("tbody");
  lines.setAttribute("role", "rowgroup");
  lines.append(...rows.map((row) => line(row.cells.map((it, i) => cell(heads[i], it, row, told)), "row")));
  const made = element("table", "wide-words", "");
  made.setAttribute("role", "table");
  made.setAttribute("aria-label", title);
  made.append(head, lines);
  const section = document.createElement("div");
  section.append(element("h3", "", title), made);
  if (total > rows.length) section.append(element("p", "help", say("js.rows", rows.length, total)));
  return section;
}

function facts(answer) {
  const list = element("dl", "facts", "");
  list.append(element("dt", "", say("js.current")), said(element("dd", "", answer.current)));
  list.append(element("dt", "", say("js.proposed")), said(element("dd", "", answer.proposed)));
  return list;
}

function tell(words) {
  status.textContent = words;
  said(status);
}

function show(answer) {
  tell(answer.summary);
  const command = element("p", "help", "");
  command.append(say("js.same-in-terminal"), " ", element("code", "", answer.command));
  byId("sections").replaceChildren(
    facts(answer),
    said(element("p", "summary", answer.summary)),
    ...answer.gaps.map((it) => said(element("p", "alert warning", it))),
    ...answer.sections.map((it) => table(it, answer.rules)),
    command,
  );
  byId("outcome").hidden = false;
}

function forget() {
  asked++;
  status.textContent = "";
  byId("outcome").hidden = true;
}

// The choices stand in the URL; the text stays in this tab.
function remember() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", `?${query}`);
}

// One comparison at a time, as the server takes them; nothing where one is under way.
async function compare(path) {
  if (judging) {
    tell(say("js.still-judging"));
    return undefined;
  }
  judging = true;
  tell(say("js.judging"));
  try {
    return await ask(path, body());
  } finally {
    judging = false;
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  forget();
  remember();
  const number = asked;
  const answer = await compare("/api/what-if");
  if (!answer) return;
  if (number !== asked) tell(""); // the proposal was changed meanwhile
  else if (answer.refused) tell(answer.refused);
  else show(answer);
});
byId("what-if-start").addEventListener("change", ({ target }) => {
  location.search = target.value ? `?start=${encodeURIComponent(target.value)}` : "";
});
byId("csv").addEventListener("click", async () => {
  const shown = status.textContent;
  const number = asked;
  const answer = await compare("/api/what-if/csv");
  if (!answer) return;
  tell(answer.refused ?? (number === asked ? shown : ""));
  if (!answer.refused) save(answer.text, "text/csv", "policy-diff.csv");
});
// What was shown is of the proposal as it was.
for (const event of ["input", "change"]) byId("content").addEventListener(event, forget);
byId("reset").addEventListener("click", forget);
