//! A question over the screen takes keys, and its answer is carried out. Does not know what is asked.

use crate::app::{Effect, Model};
use crate::ui::{Code, Key};

/// Takes a key: arrows choose, Enter and a digit take, Escape stays.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(dialog) = model.dialog.as_mut() else {
        return Vec::new();
    };
    let last = dialog.answers.len().saturating_sub(1);
    let taken = match key.as_command().code {
        Code::Up => {
            dialog.at = dialog.at.checked_sub(1).unwrap_or(last);
            None
        }
        Code::Down | Code::Tab => {
            dialog.at = if dialog.at >= last { 0 } else { dialog.at + 1 };
            None
        }
        Code::Enter => Some(dialog.at),
        Code::Char(digit) => digit
            .to_digit(10)
            .and_then(|digit| (digit as usize).checked_sub(1)),
        Code::Escape => {
            model.dialog = None;
            None
        }
        _ => None,
    };
    match taken {
        Some(at) => take(model, at),
        None => Vec::new(),
    }
}

/// Takes one of the answers.
pub(in crate::app) fn take(model: &mut Model, at: usize) -> Vec<Effect> {
    let answers = model.dialog.as_ref().map(|dialog| &dialog.answers);
    let Some((_, steps)) = answers.and_then(|answers| answers.get(at)).cloned() else {
        return Vec::new();
    };
    model.dialog = None;
    model.obey(steps)
}
