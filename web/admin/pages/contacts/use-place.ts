import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";

/** A ref for an element, and its width in pixels; 0 before it is there. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const watching = useRef<ResizeObserver>(undefined);
  const ref = useCallback((element: HTMLElement | null) => {
    watching.current?.disconnect();
    if (!element) return;
    setWidth(element.clientWidth);
    watching.current = new ResizeObserver(() => setWidth(element.clientWidth));
    watching.current.observe(element);
  }, []);
  return [ref, width];
}

/** How far an element stands from the top of the page, in pixels, as what is above it grows. */
export function useOffset(ref: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (!ref.current) return;
      const { top } = ref.current.getBoundingClientRect();
      setOffset(Math.round(top + window.scrollY));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(document.body);
    return () => watching.disconnect();
  }, [ref]);
  return offset;
}
