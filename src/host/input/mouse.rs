//! Reports of the mouse: xterm's SGR form (mode 1006), and the three bytes of terminals that have only mode 1000.
//! Does not know what is on the screen.
//!
//! After xterm's control sequences (ctlseqs, «Mouse Tracking»).

use crate::ui::{Pointer, PointerAct};

/// Bits of the button's number: the mouse moved, and the wheel.
const MOVED: u32 = 32;
const WHEEL: u32 = 64;
/// With Shift, Alt or Ctrl a click is the terminal's own, or nobody's.
const MODIFIED: u32 = 4 | 8 | 16;
/// No screen has more columns or rows; what is reported beyond is no place.
const LARGEST: u32 = 9_999;

/// `ESC [ <`, the button, column and row from 1 parted by semicolons; none for what means nothing here: releases, other
/// buttons, broken reports.
pub(super) fn sequence(numbers: &[u8], released: bool) -> Option<Pointer> {
    let text = std::str::from_utf8(numbers).ok()?;
    let mut numbers = text.split(';').map(|number| number.parse::<u32>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() || released {
        return None;
    }
    pointer(button, column, row)
}

/// What follows `ESC [ M`: button, column and row, each 32 more than it is; none while they are not all there.
pub(super) fn in_bytes(bytes: &[u8]) -> Option<Option<Pointer>> {
    let number = |byte: u8| u32::from(byte).checked_sub(32);
    let [button, column, row, ..] = *bytes else {
        return None;
    };
    let all = number(button).zip(number(column)).zip(number(row));
    Some(all.and_then(|((button, column), row)| pointer(button, column, row)))
}

fn pointer(button: u32, column: u32, row: u32) -> Option<Pointer> {
    let act = match button {
        0 => PointerAct::Press,
        MOVED => PointerAct::Drag,
        _ if button & MODIFIED != 0 => return None,
        WHEEL => PointerAct::WheelUp,
        65 => PointerAct::WheelDown,
        _ => return None,
    };
    let place = |number: u32| {
        let from_0 = number.checked_sub(1).filter(|number| *number < LARGEST)?;
        u16::try_from(from_0).ok()
    };
    Some(Pointer {
        act,
        x: place(column)?,
        y: place(row)?,
    })
}
