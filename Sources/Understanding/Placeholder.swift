package enum PlaceholderUnderstanding {}
