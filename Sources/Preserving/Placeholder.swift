package enum PlaceholderPreserving {}
