//! The mouse: a click selects, opens and presses what it meets, a second one soon after is Enter, the wheel moves.
//! Does not know where anything is painted; the painted screen says what was met.

use super::shown;
use super::{ahead, press};
use crate::app::keys::Act;
use crate::app::machine::{dialog, form, popup};
use crate::app::{Effect, Model};
use crate::ui::{Code, Key, Pointed, PointerAct, Target};

/// A second click within so many milliseconds is Enter.
const DOUBLE_MS: i64 = 400;
/// The wheel moves so many rows of one line.
const WHEEL_ROWS: u8 = 3;

/// Takes what the mouse did.
pub(in crate::app) fn point(model: &mut Model, pointed: Pointed) -> Vec<Effect> {
    // Who clicks means what is seen, not what may come.
    if model.too_small() || ahead::waits(model) || !model.ahead.is_empty() {
        return Vec::new();
    }
    match pointed.act {
        PointerAct::WheelUp => wheel(model, pointed, Code::Up),
        PointerAct::WheelDown => wheel(model, pointed, Code::Down),
        PointerAct::Drag => {
            if let (Target::Field(field), true) = (pointed.target, has_no_box(model)) {
                form::point(model, field, pointed, true);
            }
            Vec::new()
        }
        PointerAct::Press => {
            model.status = None;
            click(model, pointed)
        }
    }
}

fn has_no_box(model: &Model) -> bool {
    model.dialog.is_none()
        && model.palette.is_none()
        && model.help.is_none()
        && model.peek.is_none()
        && model.naming.is_none()
}

/// Moves what is shown, and the selection only where it would be out of sight. Boxes and forms have no list that could
/// move without it: there the wheel is an arrow.
fn wheel(model: &mut Model, pointed: Pointed, code: Code) -> Vec<Effect> {
    if pointed.target == Target::Outside {
        return Vec::new();
    }
    model.going = false;
    let tall = u8::try_from(pointed.rows)
        .unwrap_or(WHEEL_ROWS)
        .clamp(1, WHEEL_ROWS);
    let times = WHEEL_ROWS / tall;
    let rows = match code {
        Code::Up => -isize::from(times),
        _ => isize::from(times),
    };
    let reads = model.help.is_some() || model.peek.is_some();
    match () {
        () if model.dialog.is_some() => press::press(model, Key::plain(code)),
        () if model.palette.is_some() => {
            popup::scroll(model, rows);
            Vec::new()
        }
        () if reads => (0..WHEEL_ROWS)
            .flat_map(|_| press::press(model, Key::plain(code)))
            .collect(),
        () if model.form().is_some() && model.settings.is_none() => press::press(model, Key::plain(code)),
        () => {
            shown::scroll(model, rows);
            Vec::new()
        }
    }
}

fn click(model: &mut Model, pointed: Pointed) -> Vec<Effect> {
    let before = model.clicked.replace((model.now, pointed.target));
    let again = before.is_some_and(|(then, target)| {
        let passed = (model.now - then).num_milliseconds();
        target == pointed.target && (0..DOUBLE_MS).contains(&passed)
    });
    model.going = false;
    match pointed.target {
        Target::Outside => close(model),
        Target::Row(row) if model.dialog.is_some() => dialog::take(model, row),
        Target::Row(row) if model.palette.is_some() => popup::take_row(model, row),
        Target::Row(row) => {
            shown::select_row(model, row);
            if again {
                model.clicked = None;
                return press::press(model, Key::plain(Code::Enter));
            }
            Vec::new()
        }
        Target::Tab(tab) => {
            let number = u8::try_from(tab).unwrap_or(u8::MAX);
            shown::act(model, Act::Tab(number), Key::plain(Code::Enter))
        }
        Target::Key(key) => press::press(model, key),
        Target::NextKey(key) => {
            model.going = true;
            press::press(model, key)
        }
        Target::Offer(at) => form::take_offer(model, at),
        Target::Crumb(0) => model.back_to(1),
        Target::Crumb(part) => model.back_to(part),
        Target::Field(field) => {
            form::point(model, field, pointed, false);
            Vec::new()
        }
        Target::Choice { field, at } => form::choose_at(model, field, at),
        Target::Nothing => Vec::new(),
    }
}

/// A click beside a box that asks nothing closes it.
fn close(model: &mut Model) -> Vec<Effect> {
    (model.help, model.palette, model.peek) = (None, None, None);
    model.naming = None;
    Vec::new()
}
