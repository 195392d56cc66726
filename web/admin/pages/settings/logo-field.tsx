import { Button, FileButton, Group, Input, Stack, Text } from "@mantine/core";
import { useId, useRef, useState, type DragEvent } from "react";
import { logoOf, logoTypes } from "./logo";
import style from "./settings.module.css";

/** The logo: chosen or dropped, judged before it is sent, shown on light and dark. */
export function LogoField(props: {
  /** An address of the picture, or the picture itself as `data:`; null without one. */
  value: string | null;
  error?: string;
  disabled: boolean;
  onChange: (value: string | null) => void;
  onProblem: (problem: string) => void;
}) {
  const { value, error, disabled, onChange } = props;
  const [over, setOver] = useState(false);
  const id = useId();
  const reset = useRef<() => void>(null);

  async function take(file: File | null | undefined) {
    if (!file || disabled) return;
    try {
      onChange(await logoOf(file));
    } catch (problem) {
      props.onProblem((problem as Error).message);
    }
    reset.current?.(); // the same file may be chosen again once it is mended
  }
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <Stack
      gap="sm"
      role="group"
      aria-labelledby={id}
      data-refused={error ? true : undefined}
    >
      <div>
        <Input.Label component="div" id={id}>
          Logo
        </Input.Label>
        <Input.Description>
          A PNG, JPEG or WebP picture: at most 200 KB, and 1,024 pixels a side.
        </Input.Description>
      </div>
      {value && (
        <div className={style.samples}>
          {(["light", "dark"] as const).map((scheme) => (
            <div key={scheme} className={style.sample} data-scheme={scheme}>
              <img
                src={value}
                alt={`The logo on a ${scheme} background`}
                className={style.logo}
              />
            </div>
          ))}
        </div>
      )}
      {!disabled && (
        <div
          className={style.drop}
          data-over={over || undefined}
          onDragOver={drag(true)}
          onDragLeave={drag(false)}
          onDrop={(event) => {
            drag(false)(event);
            void take(event.dataTransfer.files[0]);
          }}
        >
          <Group gap="sm">
            <FileButton
              onChange={(file) => void take(file)}
              accept={logoTypes.join(",")}
              resetRef={reset}
            >
              {(file) => (
                <Button variant="default" {...file}>
                  {value ? "Choose another picture" : "Choose a picture"}
                </Button>
              )}
            </FileButton>
            {value && (
              <Button
                variant="subtle"
                color="red"
                onClick={() => onChange(null)}
              >
                Remove the logo
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            or drop it here
          </Text>
        </div>
      )}
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </Stack>
  );
}
