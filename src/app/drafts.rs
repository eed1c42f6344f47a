//! What a draft is of, by the key that it is kept under. Does not know what is written in it.

/// The word id of the form that a draft was written in.
pub(super) fn form_of_draft(key: &str) -> &'static str {
    let (kind, id) = key.split_once('/').unwrap_or((key, ""));
    match (kind, id.ends_with('/')) {
        ("resolution", true) => "form-resolution-new",
        ("resolution", false) => "form-resolution",
        ("note", true) => "form-note-new",
        ("note", false) => "form-note",
        ("session", _) if id.starts_with("new/") => "form-session-new",
        ("session", _) => "form-session",
        ("seat", _) => "form-seat",
        ("body", _) => "form-body",
        ("organisation", _) => "form-organisation",
        ("agenda", _) => "form-agenda-item",
        ("guest", _) => "form-guest",
        ("mark", _) => "form-mark",
        ("letter", _) => "form-letter",
        ("correction", _) => "form-correction",
        ("extension", _) => "form-extension",
        (kind, _) if kind.starts_with("follow") => "form-follow-up",
        ("answer", _) => "form-answer",
        ("clause", _) => "form-clause",
        ("rules", _) => "form-rules",
        ("signing", _) => "form-signing",
        ("vote", _) => "form-vote",
        ("breaks", _) => "form-breaks",
        ("reopening", _) => "form-reopening",
        ("attachment", _) => "form-attachment",
        _ => "form-notification",
    }
}
