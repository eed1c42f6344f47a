//! A whole file of settings with its comments, as it is written the first time. Does not know the settings of anyone.

use super::documents::ATTACHMENTS;
use super::file::{BACKUP, FILTERS, KEYS};
use super::{DocumentText, Item, backup, key_text};
use crate::app::keys::Binding;
use crate::app::keys::{commands, is_fixed, is_free};
use crate::app::settings::Settings;
use crate::words::Words;

/// What an item may have, as it is written: `"persian", "latin"`.
pub(super) fn allowed(item: Item) -> String {
    let values = item.values().iter().map(|value| literal(value));
    values.collect::<Vec<_>>().join(", ")
}

fn literal(value: &str) -> String {
    match value {
        "true" | "false" => value.to_owned(),
        text => format!("\"{text}\""),
    }
}

/// The word of an item's comment.
fn comment(item: Item) -> &'static str {
    match item {
        Item::Digits => "config-digits",
        Item::Theme => "config-theme",
        Item::Mouse => "config-mouse",
        Item::Bandwidth => "config-bandwidth",
        Item::Arrows => "config-arrows",
        Item::Lookup => "config-lookup",
        Item::Grouping => "config-grouping",
        Item::PersianDigits => "config-persian-digits",
        Item::PersianLetters => "config-persian-letters",
        Item::Guillemets => "config-guillemets",
        Item::Clauses => "config-clauses",
        Item::ByteOrderMark => "config-byte-order-mark",
    }
}

/// The word of the comment of a text of documents.
fn document_comment(text: DocumentText) -> &'static str {
    match text {
        DocumentText::Font => "config-font",
        DocumentText::HeadsFont => "config-heads-font",
        DocumentText::FontFile => "config-font-file",
        DocumentText::HeadsFontFile => "config-heads-font-file",
        DocumentText::Template => "config-template",
        DocumentText::Folder => "config-folder",
        DocumentText::Format => "config-format",
    }
}

/// The file of one who has set nothing: every setting with what it means, and every command with its keys behind a
/// comment sign.
pub(super) fn commented(words: &Words) -> String {
    let mut text = format!("# {}\n", words.say("config-head"));
    let mut table = None;
    let unset = Settings::default();
    for item in Item::ALL {
        let (wanted, name) = item.path();
        if wanted != table {
            table = wanted;
            text += &format!("\n[{}]\n", wanted.unwrap_or_default());
        } else {
            text.push('\n');
        }
        text += &format!("# {} {}\n", words.say(comment(item)), allowed(item));
        let (sign, at) = match item.at(&unset) {
            Some(at) => ("", at),
            // Not set: another thing decides until it is.
            None => ("# ", 0),
        };
        let value = item.values().get(at).copied().unwrap_or_default();
        text += &format!("{sign}{name} = {}\n", literal(value));
    }
    // The table of documents is the last one of the items.
    for one in DocumentText::ALL {
        let (word, name) = (words.say(document_comment(one)), one.name());
        text += &format!("\n# {word}\n# {name} = {}\n", literal(one.example()));
    }
    let (word, most) = (
        words.say("config-attachments"),
        unset.documents.attachments_megabytes,
    );
    text += &format!("\n# {word}\n# {ATTACHMENTS} = {most}\n");
    text += &format!("\n[{BACKUP}]\n");
    for line in ["config-backup", "config-backup-kept"] {
        text += &format!("# {}\n", words.say(line));
    }
    for (name, value) in backup::lines() {
        text += &format!("# {name} = {value}\n");
    }
    text += &format!("\n[{FILTERS}]\n");
    text += &format!("# {}\n", words.say("config-filters"));
    text += &format!("# {}\n", words.say("config-filters-example"));
    text += &format!("\n[{KEYS}]\n");
    for line in ["config-keys", "config-keys-names", "config-keys-fixed"] {
        text += &format!("# {}\n", words.say(line));
    }
    for (binding, keys) in free_commands() {
        let (name, keys) = (binding.name(), keys.join(", "));
        text += &format!("# {name} = [{keys}]  # {}\n", binding.said(words));
    }
    text
}

/// Every command whose keys may be others, each name once, with its keys as they are written.
fn free_commands() -> Vec<(&'static Binding, Vec<String>)> {
    let mut found: Vec<(&'static Binding, Vec<String>)> = Vec::new();
    for binding in commands().filter(|binding| is_free(binding)) {
        let keys = binding.keys.iter().filter(|key| !is_fixed(**key));
        let keys: Vec<String> = keys.map(|key| literal(&key_text::print(*key))).collect();
        match found.iter_mut().find(|(known, _)| known.name() == binding.name()) {
            Some((_, known)) => {
                let fresh: Vec<String> = keys.into_iter().filter(|key| !known.contains(key)).collect();
                known.extend(fresh);
            }
            None => found.push((binding, keys)),
        }
    }
    found
}
