// Sends a proposal, and shows what the server answers as text.
import { ask, element } from "/console.js";

const byId = (id) => document.getElementById(id);
const form = byId("proposal");
const status = byId("outcome-status");
let asked = 0;

function body() {
  return { text: byId("text").value, ...Object.fromEntries(new FormData(form)) };
}

function link(code, words) {
  const made = element("a", "", words);
  made.href = `/rules/${encodeURIComponent(code)}`;
  made.target = "_blank";
  return made;
}

// Of the row's rule: its name leads to its page, and the message stands below.
function cell(head, words, row) {
  const td = element("td", "", "");
  td.setAttribute("role", "cell");
  td.dataset.label = head;
  if (!row.rule || !words.startsWith(row.rule)) {
    td.textContent = words;
    return td;
  }
  const both = element("div", "", "");
  both.append(link(row.rule, words), element("p", "help", row.message));
  td.append(both);
  return td;
}

function line(cells, role) {
  const tr = element("tr", "", "");
  tr.setAttribute("role", role);
  tr.append(...cells);
  return tr;
}

function table({ title, heads, total, rows }) {
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
  lines.append(...rows.map((row) => line(row.cells.map((it, i) => cell(heads[i], it, row)), "row")));
  const made = element("table", "wide-words", "");
  made.setAttribute("role", "table");
  made.setAttribute("aria-label", title);
  made.append(head, lines);
  const section = document.createElement("div");
  section.append(element("h3", "", title), made);
  if (total > rows.length) section.append(element("p", "help", `${rows.length} of ${total} rows are shown; the CSV has all.`));
  return section;
}

function facts(answer) {
  const list = element("dl", "facts", "");
  list.append(element("dt", "", "Current"), element("dd", "", answer.current));
  list.append(element("dt", "", "Proposed"), element("dd", "", answer.proposed));
  return list;
}

function show(answer) {
  status.textContent = answer.summary;
  const command = element("p", "help", "The same in a terminal: ");
  command.append(element("code", "", answer.command));
  byId("sections").replaceChildren(
    facts(answer),
    element("p", "summary", answer.summary),
    ...answer.gaps.map((it) => element("p", "alert warning", it)),
    ...answer.sections.map(table),
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

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  forget();
  remember();
  const number = asked;
  status.textContent = "Judging the existing objects …";
  const answer = await ask("/api/what-if", body());
  if (number !== asked) return; // the proposal was changed meanwhile
  if (answer.refused) status.textContent = answer.refused;
  else show(answer);
});
byId("what-if-start").addEventListener("change", ({ target }) => {
  location.search = target.value ? `?start=${encodeURIComponent(target.value)}` : "";
});
byId("csv").addEventListener("click", async () => {
  const answer = await ask("/api/what-if/csv", body());
  if (answer.refused) {
    status.textContent = answer.refused;
    return;
  }
  const save = element("a", "", "");
  save.href = URL.createObjectURL(new Blob([answer.text], { type: "text/csv" }));
  save.download = "policy-diff.csv";
  save.click();
  URL.revokeObjectURL(save.href);
});
// What was shown is of the proposal as it was.
for (const event of ["input", "change"]) byId("content").addEventListener(event, forget);
byId("reset").addEventListener("click", forget);
