//! Lines of a document as phrases of HTML: escaped, and foreign words set apart. Does not know blocks.

use super::dir;
use crate::exchange::paper::Text;
use crate::exchange::pieces::{PieceKind, TextPiece, direction_of, gap, one_line, paragraphs, plain};
use crate::text::Direction;

/// The text without anything that HTML acts upon.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The words of a text in one line, not escaped.
pub(super) fn plain_line(text: &Text) -> String {
    plain(&one_line(text))
}

/// A text in one line.
pub(super) fn line(text: &Text, base: Direction) -> String {
    phrase(&one_line(text), base)
}

/// A text as its paragraphs.
pub(super) fn lines(text: &Text, base: Direction) -> Vec<String> {
    let paragraphs = paragraphs(text);
    paragraphs.iter().map(|pieces| phrase(pieces, base)).collect()
}

fn phrase(pieces: &[TextPiece], base: Direction) -> String {
    let is_alone = pieces.len() == 1;
    let mut html = String::new();
    for TextPiece { kind, text } in pieces {
        let piece = match kind {
            PieceKind::Ours => escaped(text),
            PieceKind::Foreign => apart(text, base, is_alone),
            PieceKind::Speaker => format!("<strong>{}</strong>", apart(text, base, is_alone)),
            PieceKind::Remark => {
                let gap = gap(&html);
                format!(
                    "{gap}<span class=\"remark\" role=\"note\">{}</span>",
                    escaped(text)
                )
            }
            PieceKind::Page | PieceKind::Pages => String::new(),
        };
        html.push_str(&piece);
    }
    html
}

/// Somebody else's words, which never order what stands beside them. Alone in a line that runs as they do, there is
/// nothing beside them.
fn apart(text: &str, base: Direction, is_alone: bool) -> String {
    let direction = direction_of(text).unwrap_or(base);
    let text = escaped(text);
    if is_alone && direction == base {
        return text;
    }
    format!("<bdi dir=\"{}\">{text}</bdi>", dir(direction))
}
