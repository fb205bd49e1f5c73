"""The pages of reminders, texts and calendars."""
