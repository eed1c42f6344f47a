//! The files that belong to what is selected: one more, or one of them taken off. Does not know where it is selected.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::forms;
use crate::app::step::Step;
use crate::domain::attachment::{AttachedTo, Attachment};
use crate::office::command::Command;
use crate::say;
use crate::text::isolate;
use crate::ui::{Piece, Role};

/// Asks for a file; where there are some already, first whether one of them shall be taken off.
pub(super) fn ask(context: &Context, to: AttachedTo, of: String, all: &[Attachment]) -> Vec<Step> {
    if all.is_empty() {
        return forms::attachment(to, of);
    }
    let words = context.words;
    let more = (words.say("attachment-more"), forms::attachment(to.clone(), of));
    let off = all.iter().map(|one| {
        let said = words.say_with("attachment-off", &[("name", one.name.as_str().into())]);
        let command = Command::Detach {
            from: to.clone(),
            attachment: one.clone(),
        };
        (said, vec![Step::change(command)])
    });
    let told: Vec<String> = all.iter().map(|one| said(context, one)).collect();
    vec![Step::Question(Dialog {
        title: words.say("attachment-title"),
        text: told.join("\n"),
        answers: std::iter::once(more).chain(off).collect(),
        at: 0,
        is_unforeseen: false,
    })]
}

/// A line for each file.
pub(super) fn pieces(context: &Context, all: &[Attachment]) -> Vec<Piece> {
    let line = |one: &Attachment| {
        let role = if one.named_only { Role::Warn } else { Role::Plain };
        Piece::ours(said(context, one)).role(role)
    };
    all.iter().map(line).collect()
}

/// «نقشه.pdf · ۲۴۰ کیلوبایت».
fn said(context: &Context, one: &Attachment) -> String {
    let Attachment {
        name,
        bytes,
        // For papers and for those who prove them.
        sha256: _,
        named_only,
    } = one;
    let only = named_only.then(|| context.words.say("attachment-named-only"));
    let parts = [Some(isolate(name)), Some(say::size(context.words, *bytes)), only];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
