//! Every sentence a person sees, in Persian and English, from the Fluent files of `data/words`.
//! Knows no screen and no command; whoever speaks gives the id and the arguments.
//!
//! A word put into a sentence is isolated (FSI … PDI), so that it never reorders its neighbours; whoever shows the
//! sentence honours the isolates and does not send them.

use crate::calendar::{Day, TimeOfDay};
use crate::text::digits::persian_digits;
pub use crate::text::{Digits, Lang};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use unic_langid::LanguageIdentifier;

/// The files of one language: name and text.
type Files = &'static [(&'static str, &'static str)];

/// The same files in every language, a line for each.
macro_rules! files {
    ($lang:literal) => {
        files!(
            $lang:
            "domain",
            "screens",
            "commands",
            "papers",
            "minutes",
            "meeting",
            "letters",
            "sheets",
            "giving",
            "reading",
            "terminal",
        )
    };
    ($lang:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../data/words/", $lang, "/", $name, ".ftl")))),*]
    };
}

/// The Persian files.
pub const FA: Files = files!("fa");
/// The English files.
pub const EN: Files = files!("en");

/// The sentences of one language, with one kind of digits.
pub struct Words {
    lang: Lang,
    digits: Digits,
    bundle: FluentBundle<FluentResource>,
}

/// One argument of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words, as stored or typed; control characters are taken out.
    Text(Cow<'a, str>),
    /// A number, shown in the digits of the interface.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}
macro_rules! number_arg {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg<'_> {
            fn from(number: $t) -> Self {
                Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
number_arg!(i32, u32, i64, u64, usize);

impl Words {
    /// The words of a language.
    pub fn new(lang: Lang, digits: Digits) -> Words {
        let (tag, files) = match lang {
            Lang::Fa => ("fa", FA),
            Lang::En => ("en", EN),
        };
        let mut bundle =
            FluentBundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
        for (_, text) in files {
            // A file that does not parse loses only the faulty message; a test finds it before anyone else does.
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle.set_formatter(Some(match digits {
            Digits::Persian => |value, _| number(value).map(|n| persian_digits(&n)),
            Digits::Latin => |value, _| number(value),
        }));
        Words { lang, digits, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The digits that are shown.
    pub fn digits(&self) -> Digits {
        self.digits
    }

    /// The sentence `id` without arguments. An id without a sentence gives the id itself.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The sentence `id` with its arguments put in, each isolated.
    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            values.set(*name, value(arg));
        }
        self.bundle
            .format_pattern(pattern, Some(&values), &mut Vec::new())
            .into_owned()
    }

    /// Whether there is a sentence `id`.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A number in the digits of the interface.
    pub fn number(&self, number: impl std::fmt::Display) -> String {
        self.with_digits(&number.to_string())
    }

    /// An amount in groups of three digits, «۱٬۲۰۰٬۰۰۰».
    pub fn amount(&self, amount: u64) -> String {
        let mark = match self.digits {
            Digits::Persian => '٬',
            Digits::Latin => ',',
        };
        let digits = amount.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        self.with_digits(&grouped)
    }

    /// A share by its tenths of a percent, «۸۷٫۵٪»; whole percents without the tenths.
    pub fn percent(&self, per_mille: u32) -> String {
        let (point, sign) = match self.digits {
            Digits::Persian => ('٫', '٪'),
            Digits::Latin => ('.', '%'),
        };
        let (whole, tenths) = (per_mille / 10, per_mille % 10);
        match tenths {
            0 => self.with_digits(&format!("{whole}{sign}")),
            _ => self.with_digits(&format!("{whole}{point}{tenths}{sign}")),
        }
    }

    /// A day, «۱۴۰۱/۰۳/۱۲».
    pub fn day(&self, day: Day) -> String {
        self.with_digits(&day.to_string())
    }

    /// A time of day, «۰۷:۳۰».
    pub fn time(&self, time: TimeOfDay) -> String {
        self.with_digits(&time.to_string())
    }

    fn with_digits(&self, text: &str) -> String {
        self.digits.of(text)
    }
}

fn value<'a>(arg: &'a Arg) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::String(
            text.chars()
                .filter(|c| !is_control(*c))
                .collect::<String>()
                .into(),
        ),
        Arg::Number(number) => FluentValue::from(*number),
    }
}

/// C0, C1 and the bidi controls: none of them may come into a sentence from outside.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn number(value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => Some(value.to_string()),
        _ => None,
    }
}
