//! A time of day in hours and minutes, as minutes of meetings write it.
//! It does not know days or zones.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::numeral::parse_cardinal;
use crate::text::tight::tight;

/// A time between 00:00 and 23:59; stored, sent and printed as `07:30`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(
    /// Minutes since midnight, below 24 × 60.
    u16,
);

/// The text is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time of day")]
pub struct TimeError;

/// The parts of the day that a writer names after the hour, in tight form, the longer before the shorter.
const PARTS: [(&str, TimePart); 13] = [
    ("قبلازظهر", TimePart::Morning),
    ("پیشازظهر", TimePart::Morning),
    ("بعدازظهر", TimePart::Afternoon),
    ("پسازظهر", TimePart::Afternoon),
    ("نیمهشب", TimePart::Night),
    ("بامداد", TimePart::Morning),
    ("صبح", TimePart::Morning),
    ("ظهر", TimePart::Noon),
    ("عصر", TimePart::Afternoon),
    ("شب", TimePart::Night),
    ("ق.ظ", TimePart::Morning),
    ("ب.ظ", TimePart::Afternoon),
    ("بعدظهر", TimePart::Afternoon),
];

#[derive(Clone, Copy)]
enum TimePart {
    Morning,
    Noon,
    Afternoon,
    Night,
}

impl TimeOfDay {
    /// Returns the time of an hour (0 to 23) and a minute (0 to 59), `None` for others.
    pub fn new(hour: u8, minute: u8) -> Option<TimeOfDay> {
        (hour < 24 && minute < 60).then(|| TimeOfDay(u16::from(hour) * 60 + u16::from(minute)))
    }

    /// Returns the time so many seconds after midnight, whole days left out.
    pub(super) fn from_seconds(seconds: i64) -> TimeOfDay {
        // The remainder is below 1440.
        TimeOfDay((seconds.div_euclid(60)).rem_euclid(24 * 60) as u16)
    }

    /// Returns the hour, 0 to 23.
    pub fn hour(self) -> u8 {
        (self.0 / 60) as u8
    }

    /// Returns the minute, 0 to 59.
    pub fn minute(self) -> u8 {
        (self.0 % 60) as u8
    }

    /// Returns the time so many minutes later, `None` where that is another day.
    pub fn later_by(self, minutes: u32) -> Option<TimeOfDay> {
        let later = u32::from(self.0).checked_add(minutes)?;
        (later < 24 * 60)
            .then(|| u16::try_from(later).map(TimeOfDay).ok())
            .flatten()
    }

    /// Reads `۷/۳۰`, `۷:۳۰`, `۷.۳۰`, `۱۴`, «۷ و ۳۰ دقیقه», «هفت و نیم», «ساعت ۹ صبح», «۴ بعدازظهر».
    ///
    /// `۷/۳۰` is half past seven, never a fraction. An hour without a part of the day is taken as it stands.
    ///
    /// # Errors
    /// [`TimeError`] for anything else.
    ///
    /// ```
    /// use dabir::calendar::TimeOfDay;
    /// assert_eq!(TimeOfDay::parse("ساعت ۷/۳۰")?.to_string(), "07:30");
    /// assert_eq!(TimeOfDay::parse("۴ بعدازظهر")?.to_string(), "16:00");
    /// # Ok::<(), dabir::calendar::TimeError>(())
    /// ```
    pub fn parse(text: &str) -> Result<TimeOfDay, TimeError> {
        read(&tight(text)).ok_or(TimeError)
    }
}

fn read(text: &str) -> Option<TimeOfDay> {
    let text = text.trim_matches([' ', ',', ';', '(', ')']);
    let text = text
        .strip_prefix("ساعت")
        .unwrap_or(text)
        .trim_start_matches([':', ' ']);
    let part = PARTS
        .iter()
        .find_map(|&(word, part)| Some((text.strip_suffix(word)?, part)));
    let (clock, part) = part.map_or((text, None), |(clock, part)| (clock, Some(part)));
    let (hour, minute) = hour_and_minute(clock)?;
    TimeOfDay::new(in_part(hour, part)?, minute)
}

/// Reads «7:30», «7/30», «7و30دقیقه», «هفتونیم», «14».
fn hour_and_minute(clock: &str) -> Option<(u8, u8)> {
    let small = |text: &str| parse_cardinal(text).and_then(|number| u8::try_from(number).ok());
    let zero_or = |text: &str| {
        if matches!(text, "0" | "00") {
            Some(0)
        } else {
            small(text)
        }
    };
    if let Some(hour) = zero_or(clock.strip_suffix("ساعت").unwrap_or(clock)) {
        return Some((hour, 0));
    }
    let clock = clock.strip_suffix("دقیقه").unwrap_or(clock);
    // Every «و» is tried, for «دو و نیم» has one that belongs to the hour.
    clock
        .match_indices([':', '/', '.', '؍', 'و'])
        .find_map(|(at_byte, separator)| {
            let minute = match &clock[at_byte + separator.len()..] {
                "نیم" => 30,
                "ربع" => 15,
                digits if separator != "و" && digits.len() != 2 => return None,
                other => zero_or(other)?,
            };
            Some((zero_or(&clock[..at_byte])?, minute))
        })
}

/// Returns the hour of 24 for an hour said in a part of the day; `None` where the two contradict each other.
fn in_part(hour: u8, part: Option<TimePart>) -> Option<u8> {
    match (part, hour) {
        (None, _) => Some(hour),
        (Some(TimePart::Morning), 0..=11) => Some(hour),
        (Some(TimePart::Noon), 11..=14) => Some(hour),
        (Some(TimePart::Noon), 1..=3) => Some(hour + 12),
        (Some(TimePart::Afternoon), 12..=20) => Some(hour),
        (Some(TimePart::Afternoon), 1..=8) => Some(hour + 12),
        (Some(TimePart::Night), 12 | 24) => Some(0),
        (Some(TimePart::Night), 0..=4 | 18..=23) => Some(hour),
        (Some(TimePart::Night), 6..=11) => Some(hour + 12),
        _ => None,
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeError;

    fn try_from(text: String) -> Result<TimeOfDay, TimeError> {
        TimeOfDay::parse(&text)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TimeOfDay({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_minutes_write_them() {
        let cases = [
            ("۷/۳۰", "07:30"),
            ("۷:۳۰", "07:30"),
            ("۷.۳۰", "07:30"),
            ("07:05", "07:05"),
            ("۱۴", "14:00"),
            ("00:00", "00:00"),
            ("ساعت: ۸", "08:00"),
            ("۷ و ۳۰ دقیقه", "07:30"),
            ("۷ و ۵ دقیقه صبح", "07:05"),
            ("هفت و نیم", "07:30"),
            ("دو و نیم بعد از ظهر", "14:30"),
            ("دو و ربع ب.ظ", "14:15"),
            ("ساعت ۹ صبح", "09:00"),
            ("۴ بعدازظهر", "16:00"),
            ("۱۶ عصر", "16:00"),
            ("۱۲ ظهر", "12:00"),
            ("یک ظهر", "13:00"),
            ("۱۲ شب", "00:00"),
            ("٨ شب", "20:00"),
            ("۲۳:۵۹", "23:59"),
        ];
        for (written, time) in cases {
            assert_eq!(
                TimeOfDay::parse(written).map(|time| time.to_string()).as_deref(),
                Ok(time),
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "ساعت",
            "24:00",
            "7:60",
            "7:3",
            "7:",
            ":30",
            "-7:30",
            "۱۶ صبح",
            "۹ و ۱۰ و ۱۱",
            "1401/03/12",
            "و",
        ] {
            assert_eq!(TimeOfDay::parse(text), Err(TimeError), "{text}");
        }
    }

    #[test]
    fn every_minute_is_stored_and_read_back() {
        for minutes in 0..24 * 60 {
            let time = TimeOfDay(minutes);
            let json = serde_json::to_string(&time).unwrap();
            assert_eq!(json, format!("\"{time}\""));
            assert_eq!(serde_json::from_str::<TimeOfDay>(&json).unwrap(), time);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "[0-9۰-۹:/. ودنیمشبصح]{0,12}") {
            let _ = TimeOfDay::parse(&text);
        }
    }
}
