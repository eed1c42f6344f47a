//! The approval of minutes by a later session, in sentences of both. Does not know how it is recorded.

use crate::domain::approval::{ApprovedMinutes, MinutesApproval};
use crate::say;
use crate::words::Words;

/// «صورتجلسه هشتمین جلسه کارگروه (۱۴۰۱/۰۳/۱۲، کد ...) با اصلاحیه ۱ به تصویب رسید.»
pub fn approved(words: &Words, body: &str, approved: &ApprovedMinutes) -> String {
    let ApprovedMinutes {
        session: _,
        ordinal,
        // The day says more.
        year: _,
        date,
        // The code is that of the version.
        version: _,
        code,
        corrections,
    } = approved;
    let args = [
        ("session", say::name_of(words, *ordinal, body).into()),
        ("date", date.map(|day| words.day(day)).unwrap_or_default().into()),
        ("code", code.as_deref().unwrap_or_default().into()),
        ("corrections", numbers(words, corrections).into()),
    ];
    words.say_with(
        if corrections.is_empty() {
            "minutes-approved"
        } else {
            "minutes-approved-corrected"
        },
        &args,
    )
}

/// «تصویب در نهمین جلسه کارگروه، ۱۴۰۱/۰۴/۱۰، با اصلاحیه ۱».
pub fn approval(words: &Words, body: &str, approval: &MinutesApproval) -> String {
    let MinutesApproval {
        by: _,
        ordinal,
        year: _,
        date,
        version: _,
        corrections,
    } = approval;
    let args = [
        ("session", say::name_of(words, *ordinal, body).into()),
        ("date", words.day(*date).into()),
        ("corrections", numbers(words, corrections).into()),
    ];
    words.say_with(
        if corrections.is_empty() {
            "minutes-approval"
        } else {
            "minutes-approval-corrected"
        },
        &args,
    )
}

/// «۱، ۲».
fn numbers(words: &Words, numbers: &[u32]) -> String {
    let told: Vec<String> = numbers.iter().map(|number| words.number(*number)).collect();
    told.join(&words.say("place-comma"))
}
