// One entry: where it comes from, and what would follow if it were otherwise.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem, Show, Sources } from "../answers/answers";
import { entryAt } from "../case/entry-at";
import type { ListedEntry } from "../case/entries";
import { settable } from "../case/settable";
import { firmnessText } from "../case/words";
import { known } from "../state/asking";
import { evidenceQuestion } from "../state/questions";
import { exactQuestion, trialQuestion } from "../state/trial";
import type { Action } from "../state/update";
import { Hanging } from "./hanging";
import { Quotes } from "./quote";
import type { ScreenProps } from "./props";
import { BasisTag } from "./tags";
import { T } from "./text";
import { Wait } from "./wait";

const hints: Record<string, string> = {
  weight: "a number, a range such as 20..30, or highest, high, medium, low, none",
  stance: "a number, a range such as 20..30, or ideal, acceptable, tolerable, bad, open, unknown, redline",
  score: "a number or a range such as 20..30",
  curve: "a number of the scale; none opens a red line",
  fallback: "a number, a range such as 20..30, or a word",
  intent: "seeks, doubtful or refuses",
  limit: "on or off",
  rule: "on or off",
};

type EditorProps = ScreenProps & { entry: ListedEntry };

/// The editor opens below a long table: it comes into sight, and closing leads back to the entry.
function useSight(input: { current: HTMLInputElement | null }, address: string) {
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.closest("section")?.scrollIntoView({ block: "nearest" });
    return () => document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(address)}"]`)?.focus();
  }, []);
}

/// What the engine said to the value that was tried last; the value before it stays.
function Problems({ problems }: { problems: Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [problems]);
  return (
    <div class="wait problem refusal" role="alert" id="editor-problem" ref={box}>
      {problems.map(({ what, hint }) => (
        <p>
          <b>Not taken:</b> <T>{what}</T>.{" "}
          {hint && (
            <>
              To mend it: <T>{hint}</T>
              {/[.?!]$/.test(hint) ? "" : "."}
            </>
          )}
        </p>
      ))}
      <p class="note">The page stays with the last value that was taken.</p>
    </div>
  );
}

function Refusal({ model, entry }: Pick<EditorProps, "model" | "entry">) {
  const { trial } = model;
  return trial === null || trial.problems === null || trial.address !== entry.entry ? null : (
    <Problems problems={trial.problems} />
  );
}

function Trying({ model, dispatch, entry }: EditorProps) {
  const { trial } = model;
  if (trial === null || trial.problems !== null || trial.address !== entry.entry) {
    return null;
  }
  const answer = known(model, trialQuestion(model, trial));
  return (
    <Wait model={model} dispatch={dispatch} known={answer} what="whether the case holds with it" hasOlder={false} />
  );
}

const unchanged = "Nothing was changed: the field holds what is there";

function triedAction(address: string, text: string, now: string | undefined, entered: string): Action {
  const typed = text.trim();
  if (typed === (now ?? entered)) {
    return { kind: "say", text: unchanged };
  }
  const isBack = typed === "" || typed === entered;
  return isBack ? { kind: "set", address, value: null } : { kind: "try", address, value: text };
}

function Form({ entry, entered, model, dispatch }: EditorProps & { entered: string }) {
  const now = model.scenario.sets[entry.entry];
  const [text, setText] = useState(now ?? entered);
  const input = useRef<HTMLInputElement>(null);
  useSight(input, entry.entry);
  const isRefused = model.trial?.address === entry.entry && model.trial.problems !== null;
  const takeBack = () => dispatch({ kind: "set", address: entry.entry, value: null });
  const apply = (event: Event) => {
    event.preventDefault();
    dispatch(triedAction(entry.entry, text, now, entered));
  };
  const write = (event: Event) => setText((event.currentTarget as HTMLInputElement).value);
  return (
    <form class="tools" onSubmit={apply}>
      <label>
        Suppose instead
        <input
          ref={input}
          type="text"
          value={text}
          spellcheck={false}
          onInput={write}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? "editor-problem editor-hint" : "editor-hint"}
        />
      </label>
      <button type="submit">Try it</button>
      <button type="button" disabled={now === undefined} onClick={takeBack}>
        As entered
      </button>
      <button type="button" onClick={() => dispatch({ kind: "view", views: { editing: null } })}>
        Close
      </button>
    </form>
  );
}

/// What a value typed here would take away without a word.
function Lost({ entry }: { entry: ListedEntry }) {
  return entry.kind !== "fallback" ? null : (
    <p class="note">
      A value tried here stands for all dates{entry.trend && <>, and without the trend entered ({entry.trend})</>}.
    </p>
  );
}

/// The field is filled with the entry to the last digit, so it opens when the engine has told it.
function Field(props: EditorProps) {
  const { entry, model, dispatch } = props;
  const exact = known<Show>(model, exactQuestion(model, entry.entry));
  if (exact.data === null) {
    return <Wait model={model} dispatch={dispatch} known={exact} what="the entry in exact numbers" hasOlder={false} />;
  }
  const found = entryAt(exact.data, entry.entry);
  const entered = found ? settable(found) : null;
  return entered === null || found === undefined ? (
    <p>This entry cannot be changed here: it does not fit one line. Change it in the case file.</p>
  ) : (
    <>
      <Form {...props} entered={entered} />
      <Lost entry={found} />
    </>
  );
}

export function EntryEditor(props: EditorProps) {
  const { entry, model, names } = props;
  const sources = known<Sources>(model, evidenceQuestion(model, "sources"));
  return (
    <section class="card editor" aria-label="One entry" id="editor">
      <h3>
        <T>{names.entry(entry.entry)}</T>
      </h3>
      <p>
        <T>{entry.text}</T> <BasisTag basis={entry.basis} /> <span class="note">{firmnessText(entry.firmness)}</span>{" "}
        <code>{entry.entry}</code>
      </p>
      <Quotes ids={entry.statements} all={sources.latest?.statements ?? null} names={names} />
      <Hanging address={entry.entry} model={model} dispatch={props.dispatch} />
      <Field {...props} />
      <Refusal model={model} entry={entry} />
      <Trying {...props} />
      <p class="note" id="editor-hint">
        {hints[entry.kind] ?? "a value as the case file has it"}; missing removes the entry.
      </p>
    </section>
  );
}
