//! A right-to-left canvas and widgets over ratatui.
