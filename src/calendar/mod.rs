//! Jalali days over chrono and icu_calendar, times of day, spans.
