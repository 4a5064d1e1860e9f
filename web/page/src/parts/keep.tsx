// Keeping a package: as a draft on the clipboard, in the case, or as a layer of its own.

import type { ScreenProps } from "./props";
import { draftId, draftLayer, draftLayerJson, draftTable } from "../state/builder";
import { caseQuestion } from "../state/saving";
import { copy, download } from "./save";
import { SaveButton, Saving } from "./save-supposed";

function KeepButtons({ id, model, dispatch }: { id: string } & Omit<ScreenProps, "names">) {
  const { now } = model.builder;
  const copied = async () => {
    const isDone = await copy(draftTable(id, now));
    const text = isDone ? "Copied as a draft, to be pasted into a case file" : "The browser does not allow copying";
    dispatch({ kind: "say", text });
  };
  const question = caseQuestion(model, { files: { "package.toml": draftLayer(id, now) } });
  return (
    <div class="tools">
      <button type="button" onClick={copied}>
        Copy as a draft
      </button>
      <SaveButton question={question} name="case-with-package.toml" dispatch={dispatch}>
        Save case with it (TOML)
      </SaveButton>
      <button type="button" onClick={() => download("package.toml", draftLayer(id, now))}>
        Save alone (TOML)
      </button>
      <button type="button" onClick={() => download("package.json", draftLayerJson(id, now), "application/json")}>
        Save alone (JSON)
      </button>
    </div>
  );
}

export function Keep({ model, names, dispatch }: ScreenProps) {
  const id = draftId(names.show.drafts.map((draft) => draft.id));
  return (
    <div class="card print-no">
      <h2>Keep it</h2>
      <KeepButtons id={id} model={model} dispatch={dispatch} />
      <Saving model={model} dispatch={dispatch} />
      <details>
        <summary>The draft that is copied</summary>
        <pre tabIndex={0} role="region" aria-label="The draft that is copied">
          {draftTable(id, model.builder.now)}
        </pre>
      </details>
      <p class="note">
        The case is saved with all that is supposed on this page, without the comments of the file; in it the package is
        a draft like the others, and a report of that file shows it among them. Alone it is a layer:{" "}
        <code>unbracket score CASE.toml package.toml --draft {id}</code>
      </p>
    </div>
  );
}
