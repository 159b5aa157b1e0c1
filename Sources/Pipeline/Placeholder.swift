import Subprocess
import Yams
import Logging
