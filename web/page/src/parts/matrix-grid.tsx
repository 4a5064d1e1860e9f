// All entries on issues: a row for each weight and option, a column for each party.

import { own } from "../case/own";
import type { Issue, PartyOnIssue } from "../answers/answers";
import { basisOf } from "../case/entry-at";
import type { ListedEntry } from "../case/entries";
import type { Names } from "../case/names";
import { counted, countText, rangeText } from "../case/words";
import { enteredShow } from "../state/asking";
import { isFolded, portionOf } from "../state/portions";
import { More } from "./more";
import { PartyName } from "./party";
import type { ScreenProps } from "./props";
import { OptionText } from "./option";
import { Scroll } from "./table";
import { T } from "./text";

interface Row {
  key: string;
  name: string;
  option: string | number | null;
  at: (on: PartyOnIssue) => string | undefined;
}

/// Rows that at least one party has an entry in.
export function rowsOf(issue: Issue, names: Names): Row[] {
  const rows: Row[] = [
    { key: "weight", name: "how much it matters", option: null, at: (on) => on.weight?.entry },
    { key: "order", name: "order of options", option: null, at: (on) => on.order?.entry },
    ...["ideal", "acceptable", "tolerable", "bad", "redline"].map((word): Row => ({
      key: `curve-${word}`,
      name: word === "redline" ? "red line" : `${word} at`,
      option: null,
      at: (on) => on.curve?.[word]?.entry,
    })),
    ...issue.options.map((option): Row => ({
      key: `option-${option.id}`,
      name: names.option(issue.id, option.id),
      option: option.id,
      at: (on) => (own(on.scores, String(option.id)) ?? own(on.stances, String(option.id)))?.entry,
    })),
  ];
  return rows.filter((row) => Object.values(issue.parties).some((on) => row.at(on) !== undefined));
}

type CellProps = Omit<ScreenProps, "names"> & {
  entry: ListedEntry | undefined;
  label: string;
  names: Names;
};

/// The numbers a word stands for in this case; nothing where the entry is a number itself.
function rangeOf(entry: ListedEntry, names: Names): string | null {
  const { stances, weights } = names.show.words;
  const words = entry.kind === "weight" ? weights : entry.kind === "stance" ? stances : {};
  const range = typeof entry.value === "string" ? own(words, entry.value) : undefined;
  return range === undefined ? null : rangeText(range);
}

/// Who said what stands under it.
function underText(entry: ListedEntry, names: Names): string {
  const count = entry.statements.length;
  return count === 0
    ? "no statement under it"
    : `${counted(count, "statement")} under it: ${entry.statements.map(names.statement).join("; ")}`;
}

/// More in a cell would make its row longer than the screen; the tooltip has it all.
const mostLetters = 300;
/// A text that is longer is broken into lines.
const lineLetters = 40;

export function Cell({ entry, label, names, model, dispatch }: CellProps) {
  if (entry === undefined) {
    return <td class="empty">–</td>;
  }
  const { views } = model;
  const isChanged = basisOf(entry.entry, names.show, enteredShow(model), model.scenario) === "supposed";
  const isFaint = views.matrixBasis !== "" && entry.basis !== views.matrixBasis;
  const isOpen = views.editing === entry.entry;
  const basis = isChanged ? "supposed here" : entry.basis;
  const text = names.says(entry);
  const isLong = text.length > mostLetters;
  const range = rangeOf(entry, names);
  return (
    <td class={text.length > lineLetters ? "long" : ""}>
      <button
        type="button"
        class={`cell ${entry.basis} ${isChanged ? "changed" : ""} ${isFaint ? "faint" : ""}`}
        aria-expanded={isOpen}
        data-entry={entry.entry}
        title={isLong ? `${text}; ${underText(entry, names)}` : underText(entry, names)}
        onClick={() => dispatch({ kind: "view", views: { editing: isOpen ? null : entry.entry } })}
      >
        <span class="unseen">
          <T>{label}</T>:{" "}
        </span>
        <T>{isLong ? `${text.slice(0, mostLetters)}…` : text}</T>
        {range !== null && <span class="cell-range"> {range}</span>}
        <span class="cell-basis">
          {basis}
          {entry.statements.length > 0 && `, ${counted(entry.statements.length, "statement")}`}
        </span>
      </button>
    </td>
  );
}

interface GridProps extends ScreenProps {
  entries: Map<string, ListedEntry>;
}

type IssueProps = GridProps & { issue: Issue; parties: string[] };

/// An issue of a long matrix is opened by its title.
function Fold({ issue, model, dispatch }: Pick<IssueProps, "issue" | "model" | "dispatch">) {
  const { matrixOpen } = model.views;
  const isOpen = matrixOpen.includes(issue.id);
  const next = isOpen ? matrixOpen.filter((id) => id !== issue.id) : [...matrixOpen, issue.id];
  return (
    <button
      type="button"
      class="small fold"
      aria-expanded={isOpen}
      onClick={() => dispatch({ kind: "view", views: { matrixOpen: next } })}
    >
      <T>{issue.title}</T>, {counted(issue.options.length, "option")}
    </button>
  );
}

function IssueRows({ issue, parties, isLong, ...props }: IssueProps & { isLong: boolean }) {
  const { names, model } = props;
  const isOpen = !isLong || model.views.matrixOpen.includes(issue.id);
  const rows = isOpen ? rowsOf(issue, names) : [];
  const list = `matrix ${issue.id}`;
  const width = parties.length + 1;
  return (
    <tbody>
      <tr class="issue-row">
        <th scope="rowgroup" colSpan={width}>
          {isLong ? <Fold {...props} issue={issue} /> : <T>{issue.title}</T>}
        </th>
      </tr>
      <Rows {...props} issue={issue} parties={parties} rows={portionOf(model, list, rows)} />
      {rows.length > portionOf(model, list, rows).length && (
        <tr>
          <td colSpan={width}>
            <More {...props} list={list} count={rows.length} what="rows" />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Rows({ issue, parties, rows, ...props }: IssueProps & { rows: Row[] }) {
  const { names, entries, model, dispatch } = props;
  return (
    <>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row" class="row-head">
            {row.option === null ? (
              <T>{row.name}</T>
            ) : (
              <OptionText issue={issue.id} option={row.option} names={names} />
            )}
          </th>
          {parties.map((party) => {
            const on = own(issue.parties, party);
            const address = on && row.at(on);
            return (
              <Cell
                entry={address === undefined ? undefined : entries.get(address)}
                label={`${names.party(party)}, ${issue.title}, ${row.name}`}
                names={names}
                model={model}
                dispatch={dispatch}
              />
            );
          })}
        </tr>
      ))}
    </>
  );
}

/// Says why issues are folded; all of them are opened to be printed or searched.
function FoldTools({ names, model, dispatch }: ScreenProps) {
  const all = names.show.issues.map((issue) => issue.id);
  const isAll = model.views.matrixOpen.length === all.length;
  return (
    <div class="tools">
      <span class="note">
        {countText(names.show.issues.reduce((sum, issue) => sum + issue.options.length, 0))} options: press an issue to
        see its entries. What is open is printed.
      </span>
      <button type="button" onClick={() => dispatch({ kind: "view", views: { matrixOpen: isAll ? [] : all } })}>
        {isAll ? "Fold all issues" : "Open all issues"}
      </button>
    </div>
  );
}

export function MatrixGrid(props: GridProps) {
  const { names, model } = props;
  const concerned = names.show.parties
    .map((party) => party.id)
    .filter((id) => names.show.issues.some((issue) => own(issue.parties, id) !== undefined));
  const parties = concerned.filter((id) => model.views.matrixParty === "" || id === model.views.matrixParty);
  const isLong = isFolded(names.show.issues);
  return (
    <>
      {isLong && <FoldTools {...props} />}
      <Scroll label="Entries on all issues" look="matrix-scroll">
        <table class="matrix" aria-label="Entries on all issues">
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">Issue and option</span>
              </th>
              {parties.map((party) => (
                <th scope="col">
                  <PartyName names={names} id={party} />
                </th>
              ))}
            </tr>
          </thead>
          {names.show.issues.map((issue) => (
            <IssueRows {...props} key={issue.id} issue={issue} parties={parties} isLong={isLong} />
          ))}
        </table>
      </Scroll>
    </>
  );
}
