import { Button, Input, Text } from "@mantine/core";
import { useRef } from "react";
import type { PolicyField, Preset } from "../../gql/graphql";
import {
  isOwn,
  organizationWide,
  shown,
  sourceOf,
  valuesOf,
  type Changes,
  type Level,
  type Values,
} from "./policy-draft";
import { PolicyControl } from "./policy-control";
import { resetWords, sourceWords, titles, wordsOf } from "./policy-words";
import style from "./settings.module.css";

/** One field: its control, where its value comes from, and the way back to the level above. */
export function PolicyRow(props: {
  field: PolicyField;
  level: Level;
  preset: Preset;
  may: boolean;
  changes: Changes;
  error?: string;
  onValue: (value: Values[PolicyField]) => void;
  onReset: () => void;
  /** Takes the field's change back. */
  onKeep: () => void;
}) {
  const { field, level, changes, error } = props;
  const row = useRef<HTMLDivElement>(null);
  const atLocation = level.location !== undefined;
  const values = valuesOf(level.policy);
  const change = changes[field];
  const resetting = change !== undefined && "reset" in change;
  const elsewhere = atLocation && organizationWide.includes(field);
  const editable = props.may && !resetting && !elsewhere;
  const own = isOwn(level, field);
  // The button that is pressed goes away; its place is taken by the next one.
  const then = (act: () => void) => () => {
    act();
    requestAnimationFrame(() =>
      row.current
        ?.querySelector<HTMLElement>("input, button, textarea")
        ?.focus(),
    );
  };

  return (
    <div
      ref={row}
      className={style.row}
      data-changed={change ? true : undefined}
      data-refused={error ? true : undefined}
    >
      {editable ? (
        <PolicyControl
          field={field}
          value={shown(changes, values, field)}
          error={error}
          onChange={props.onValue}
        />
      ) : (
        <InWords {...props} elsewhere={elsewhere} resetting={resetting} />
      )}
      <div className={style.source}>
        {change
          ? "Changed, not saved"
          : sourceWords(
              sourceOf(level.policy, field),
              props.preset,
              atLocation,
            )}
        {props.may && change && (
          <RowButton
            label={`Take back: ${titles[field]}`}
            onClick={then(props.onKeep)}
          >
            Take back
          </RowButton>
        )}
        {props.may && !change && own && (
          <RowButton
            label={`${titles[field]}: ${resetWords(props.preset, atLocation)}`}
            onClick={then(props.onReset)}
          >
            {resetWords(props.preset, atLocation)}
          </RowButton>
        )}
      </div>
    </div>
  );
}

function RowButton(props: {
  label: string;
  onClick: () => void;
  children: string;
}) {
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        mih={28}
        aria-label={props.label}
        onClick={props.onClick}
      >
        {props.children}
      </Button>
    </div>
  );
}

/** A field that cannot be edited just now. */
function InWords(props: {
  field: PolicyField;
  level: Level;
  error?: string;
  elsewhere: boolean;
  resetting: boolean;
}) {
  const { field, level, resetting } = props;
  const above = level.above && valuesOf(level.above);
  const words = !resetting
    ? wordsOf(field, valuesOf(level.policy)[field])
    : above
      ? `The organization’s: ${wordsOf(field, above[field])}`
      : "The default takes its place when you save.";
  return (
    <div>
      <Text fw={600} size="sm">
        {titles[field]}
      </Text>
      <Text size="sm" className="numbers" style={{ whiteSpace: "pre-line" }}>
        {words}
      </Text>
      {props.elsewhere && (
        <Text size="sm" c="dimmed">
          One for the whole organization; it cannot differ here.
        </Text>
      )}
      {props.error && (
        <Input.Error role="alert" mt={4}>
          {props.error}
        </Input.Error>
      )}
    </div>
  );
}
