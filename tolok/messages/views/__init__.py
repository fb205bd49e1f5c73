"""The pages of messages and channels."""
