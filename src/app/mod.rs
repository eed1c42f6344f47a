//! One person's screen as data: messages in, model and effects out.
