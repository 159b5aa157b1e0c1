import CTesseract
import CLeptonica
import CPoppler
import CQPDF
import CZBar
import CTIFF
