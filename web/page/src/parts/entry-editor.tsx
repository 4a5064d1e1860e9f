// One entry: where it comes from, and what would follow if it were otherwise.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Check, Sources } from "../answers/answers";
import { settable, type ListedEntry } from "../case/entries";
import { firmnessText } from "../case/words";
import { ask, known } from "../state/asking";
import { Hanging } from "./hanging";
import { Quotes } from "./quote";
import type { ScreenProps } from "./props";
import { BasisTag } from "./tags";
import { T } from "./text";

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

function Form({ entry, model, dispatch }: EditorProps) {
  const now = model.scenario.sets[entry.entry];
  const [text, setText] = useState(now ?? settable(entry));
  const input = useRef<HTMLInputElement>(null);
  const set = (value: string | null) => dispatch({ kind: "set", address: entry.entry, value });
  // The editor opens below a long table: it comes into sight, and closing leads back to the entry.
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.closest("section")?.scrollIntoView({ block: "nearest" });
    return () => document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry.entry)}"]`)?.focus();
  }, []);
  const apply = (event: Event) => {
    event.preventDefault();
    set(text.trim() === "" ? null : text.trim());
  };
  const write = (event: Event) => setText((event.currentTarget as HTMLInputElement).value);
  return (
    <form class="tools" onSubmit={apply}>
      <label>
        Suppose instead
        <input ref={input} type="text" value={text} spellcheck={false} onInput={write} aria-describedby="editor-hint" />
      </label>
      <button type="submit">Try it</button>
      <button type="button" disabled={now === undefined} onClick={() => set(null)}>
        As entered
      </button>
      <button type="button" onClick={() => dispatch({ kind: "view", views: { editing: null } })}>
        Close
      </button>
    </form>
  );
}

export function EntryEditor(props: EditorProps) {
  const { entry, model, names } = props;
  const sources = known<Sources>(model, ask(model, "sources"));
  const check = known<Check>(model, ask(model, "check"));
  const isChanged = model.scenario.sets[entry.entry] !== undefined;
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
      <Form {...props} />
      <p class="note" id="editor-hint">
        {hints[entry.kind] ?? "a value as the case file has it"}; missing removes the entry.
      </p>
      {isChanged && check.problem && (
        <p class="wait problem" role="alert">
          <T>{check.problem}</T>
        </p>
      )}
    </section>
  );
}
