import { useMemo, useReducer, useRef, useState, type FormEvent } from "react";
import { useSearchParams } from "wouter";
import { Failure } from "../../ui/load";
import { notifyDone } from "../../ui/notify";
import { inputOf } from "../send/texts";
import { Become } from "./become";
import {
  nextProblem,
  noChips,
  reduceChips,
  standingOf,
  tally,
  textOf,
} from "./chips";
import classes from "./create.module.css";
import {
  chosenWith,
  noDraft,
  paramsOf,
  possible,
  presetBy,
  type Choices,
} from "./draft";
import { invites } from "./invite-choice";
import { PasteBox, type PasteBoxHandle } from "./paste-box";
import { PasteCount } from "./paste-count";
import type { Options } from "./slots";
import { splitPaste } from "./split";
import { Submit } from "./submit";
import { useCreate, type Done } from "./use-create";
import { useKeepDraft, useKeptDraft } from "./use-draft";
import { useJudge } from "./use-judge";

/** The list, what all of it become, and what to do about inviting. */
export function CreateForm(props: {
  options: Options;
  onDone: (done: Done) => void;
}) {
  const { options } = props;
  const kept = useKeptDraft();
  const [params, setParams] = useSearchParams();
  const [{ chips }, dispatch] = useReducer(reduceChips, undefined, () =>
    reduceChips(noChips, { type: "add", texts: kept.texts }),
  );
  const [typed, setTyped] = useState(kept.typed);
  const [aside, setAside] = useState(kept.aside);
  const [edits, setEdits] = useState(kept.edits);
  const [attempt, setAttempt] = useState(kept.attempt);
  const [chosen, setChosen] = useState<Choices>({
    ...kept.choices,
    ...presetBy(params),
  });
  const judging = useJudge(chips, dispatch);
  const { creating, refused, forget, create } = useCreate(
    attempt,
    setAttempt,
    (messages) => dispatch({ type: "refuse", messages }),
  );
  const box = useRef<PasteBoxHandle>(null);
  const form = useRef<HTMLFormElement>(null);
  const problem = useRef<number>(undefined);
  const texts = chips.map((chip) => chip.text);
  const drop = useKeepDraft({
    texts,
    typed,
    aside,
    choices: chosen,
    edits,
    attempt,
  });

  const choices = possible(chosen, options);
  const place =
    options.locations.find(({ id }) => id === choices.location) ??
    options.locations[0]!;
  const count = useMemo(() => tally(chips), [chips]);
  const limit = options.policy.maxBulkCreate;
  const fresh = count.good + count.unjudged;
  const inviting = invites(choices, place);

  function choose(change: Partial<Choices>) {
    const next = chosenWith(choices, change);
    setChosen(next);
    setParams(paramsOf(next), { replace: true });
    forget();
  }
  function showNextProblem() {
    const next = nextProblem(chips, problem.current);
    problem.current = next?.id;
    if (next) box.current?.show(next.id);
  }
  function removeBad() {
    const bad = chips.filter((chip) => standingOf(chip) === "bad");
    dispatch({ type: "remove", ids: bad.map(({ id }) => id) });
    box.current?.focus();
    notifyDone(`${bad.length} removed.`, () =>
      dispatch({ type: "replace", chips }),
    );
  }
  function startOver() {
    dispatch({ type: "replace", chips: [] });
    setTyped("");
    setAside([]);
    setEdits({});
    forget();
    box.current?.focus();
    notifyDone("The list is empty.", () => {
      dispatch({ type: "replace", chips });
      setTyped(typed);
      setAside(aside);
      setEdits(edits);
    });
  }
  function showRefused() {
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const rest = splitPaste(typed);
    if (rest.length > 0) dispatch({ type: "add", texts: rest });
    setTyped("");
    if (count.bad > 0) return showNextProblem();
    const all = [...chips, ...rest.map((text) => ({ text }))];
    if (all.length === 0) return box.current?.focus();
    const { invite, ...become } = choices;
    const created = await create({
      ...become,
      text: textOf(all),
      location: place.id,
      invite,
      invitation: inviting ? inputOf(edits) : undefined,
    });
    if (!created) return showRefused();
    drop(aside.length > 0 ? { ...noDraft, texts: aside, choices } : undefined);
    props.onDone({
      created,
      place,
      texts: all.map(({ text }) => text),
      aside: aside.length,
    });
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes["columns"]}>
        <section className={`card ${classes["who"]}`} aria-label="Who">
          <PasteBox
            chips={chips}
            dispatch={dispatch}
            typed={typed}
            onTyped={setTyped}
            onPasted={judging.hurry}
            handle={box}
            describedBy="paste-count"
          />
          <PasteCount
            id="paste-count"
            tally={count}
            limit={limit}
            pending={judging.pending}
            aside={aside.length}
            onNextProblem={showNextProblem}
            onRemoveBad={removeBad}
            onSetAside={() => {
              setAside([...texts.slice(limit), ...aside]);
              dispatch({ type: "replace", chips: chips.slice(0, limit) });
            }}
            onBringBack={() => {
              dispatch({ type: "add", texts: aside });
              setAside([]);
            }}
            onStartOver={startOver}
          />
          {judging.error && (
            <Failure error={judging.error} onRetry={judging.retry} />
          )}
        </section>
        <Become
          options={options}
          place={place}
          choices={choices}
          onChoose={choose}
          count={fresh}
          edits={edits}
          onEdit={(next) => {
            setEdits(next);
            forget();
          }}
          refused={refused}
        >
          <Submit
            tally={count}
            limit={limit}
            typing={typed.trim() !== ""}
            inviting={inviting}
            later={choices.invite === "LATER"}
            creating={creating}
          />
        </Become>
      </div>
    </form>
  );
}
