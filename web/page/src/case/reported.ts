// Which options nobody reported is told of the case as it was heard: what is supposed may take an entry, and
// with it the statements under it, but an option that stood there was reported all the same.

import type { Issue, Show } from "../answers/answers";

function issueAs(issue: Issue, heard: Issue | undefined): Issue {
  const before = new Map(heard?.options.map((option) => [String(option.id), option.invented]));
  const isOther = (option: Issue["options"][number]) => {
    const invented = before.get(String(option.id));
    return invented !== undefined && invented !== option.invented;
  };
  return !issue.options.some(isOther)
    ? issue
    : {
        ...issue,
        options: issue.options.map((option) => ({
          ...option,
          invented: before.has(String(option.id)) ? (before.get(String(option.id)) ?? null) : option.invented,
        })),
      };
}

const told = new WeakMap<Show, WeakMap<Show, Show>>();

/// The same case for the same two, so that names and rows made of it are kept.
export function withReported(now: Show, heard: Show): Show {
  if (now === heard) {
    return now;
  }
  const known = told.get(now) ?? new WeakMap<Show, Show>();
  told.set(now, known);
  const before = new Map(heard.issues.map((issue) => [issue.id, issue]));
  const show = known.get(heard) ?? {
    ...now,
    issues: now.issues.map((issue) => issueAs(issue, before.get(issue.id))),
  };
  known.set(heard, show);
  return show;
}
