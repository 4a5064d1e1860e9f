// The case as it is supposed, kept as a file: the engine writes it, the browser offers it.

import type { Question } from "../engine/question";
import { savingProblem } from "../state/saving";
import type { ScreenProps } from "./props";
import { Wait } from "./wait";

interface SaveProps extends Pick<ScreenProps, "dispatch"> {
  question: Question;
  /// Of the file.
  name: string;
  children: string;
  disabled?: boolean;
}

export function SaveButton({ question, name, dispatch, children, disabled = false }: SaveProps) {
  return (
    <button type="button" disabled={disabled} onClick={() => dispatch({ kind: "save", saving: { question, name } })}>
      {children}
    </button>
  );
}

/// Beside the buttons: that the engine is at it, or why it cannot.
export function Saving({ model, dispatch }: Pick<ScreenProps, "model" | "dispatch">) {
  const { saving } = model;
  if (saving === null) {
    return null;
  }
  const problem = savingProblem(model);
  const answer = { data: null, latest: null, question: saving.question, problem };
  const isThere = problem === null && model.replies[saving.question.key] !== undefined;
  return isThere ? null : <Wait model={model} dispatch={dispatch} known={answer} what={saving.name} />;
}
