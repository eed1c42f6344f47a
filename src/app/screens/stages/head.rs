//! What stands at the head of every stage: its name, and how much there is. Does not know which stages there are pages
//! for.

use crate::app::address::Screen;
use crate::app::context::Context;
use crate::app::screens::session_head;
use crate::app::stage::Stage;
use crate::domain::ids::SessionId;
use crate::ui::{Canvas, Origin, Role};

/// The name of a stage; with that of the session where no screen below says it.
pub(super) fn page_title(context: &Context, stage: Stage, id: &SessionId) -> String {
    let words = context.words;
    let head = context.books.head(id);
    let is_final = head.is_some_and(|session| !session.state.is_open());
    let stage = match stage {
        Stage::Closing if is_final => words.say("screen-code"),
        stage => words.say(stage.word()),
    };
    let says = |screen: &Screen| match screen {
        Screen::Session(shown) => shown == id,
        Screen::Resolution(shown) => shown.session() == *id,
        Screen::Note(shown) => shown.session() == *id,
        _ => false,
    };
    if context.stack.iter().any(says) {
        return stage;
    }
    let session = session_head::title(context, id);
    let args = [("stage", stage.into()), ("session", session.into())];
    words.say_with("stage-title", &args)
}

/// Paints the row under the head: how much there is, or a rule.
pub(super) fn paint_sum(canvas: &mut Canvas, row: u16, sum: Option<(String, Role)>) {
    let columns = canvas.area().columns;
    match sum {
        Some((text, role)) => {
            let style = canvas.style(role);
            canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
        }
        None => canvas.rule_across(row),
    }
}
