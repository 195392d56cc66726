import { Button, Group, Text, VisuallyHidden } from "@mantine/core";
import style from "./settings.module.css";

/**
 * Stands at the lower edge while something is not saved. Its Save submits the
 * form around it. A screen reader is told how many changes wait.
 */
export function SaveBar(props: {
  count: number;
  saving: boolean;
  onDiscard: () => void;
}) {
  const { count, saving } = props;
  const words = `${count} ${count === 1 ? "change" : "changes"} not saved`;
  return (
    <>
      <VisuallyHidden role="status">{count > 0 ? words : ""}</VisuallyHidden>
      {count > 0 && (
        <div role="region" aria-label="Unsaved changes" className={style.bar}>
          <Text size="sm" fw={600} aria-hidden className="numbers">
            {words}
          </Text>
          <Group gap="sm">
            <Button
              variant="default"
              onClick={props.onDiscard}
              disabled={saving}
            >
              Discard
            </Button>
            <Button type="submit" loading={saving}>
              Save
            </Button>
          </Group>
        </div>
      )}
    </>
  );
}
