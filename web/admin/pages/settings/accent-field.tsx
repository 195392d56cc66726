import { Button, ColorInput, Stack, Text } from "@mantine/core";
import { colorOf, samplesOf } from "./contrast";
import style from "./settings.module.css";

/** Usher's own color, which stands in where an organization chose none. */
export const ownColor = "#2f6f4f";

/** Colors that look well as they are. */
const swatches = [
  ownColor,
  "#1f6feb",
  "#0b7285",
  "#5f3dc4",
  "#a61e8d",
  "#c2255c",
  "#c92a2a",
  "#b35900",
  "#5c6b00",
  "#343a40",
];

/** The accent color: picked or typed, and how it will look. */
export function AccentField(props: {
  value: string;
  error?: string;
  disabled: boolean;
  onChange: (value: string) => void;
}) {
  const { value, error, disabled, onChange } = props;
  const color = colorOf(value);
  return (
    <Stack gap="sm">
      <ColorInput
        label="Accent color"
        description="Buttons, links and marks, here and on the pages where people join. Type it as #rrggbb, or pick one."
        value={value}
        onChange={onChange}
        // What was typed stays, also where it is no color yet.
        fixOnBlur={false}
        format="hex"
        swatches={swatches}
        swatchesPerRow={5}
        withEyeDropper={false}
        disabled={disabled}
        error={error}
        maw={320}
        popoverProps={{ withinPortal: true }}
      />
      <div className={style.samples} aria-live="polite">
        {samplesOf(color ?? ownColor).map((sample) => (
          <div
            key={sample.scheme}
            className={style.sample}
            data-scheme={sample.scheme}
          >
            <span
              className={style.sampleButton}
              style={{ backgroundColor: sample.button }}
            >
              Invite
            </span>
            <span className={style.sampleText} style={{ color: sample.text }}>
              Open the contact
            </span>
            <Text size="sm" c="inherit" className="numbers">
              {sample.words}
            </Text>
          </div>
        ))}
      </div>
      {color !== ownColor && !disabled && (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={28}
          ml={-8}
          style={{ alignSelf: "flex-start" }}
          onClick={() => onChange(ownColor)}
        >
          Use Usher’s own color
        </Button>
      )}
    </Stack>
  );
}
