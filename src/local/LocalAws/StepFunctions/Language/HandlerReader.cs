using LocalAws.StepFunctions.Evaluation;

namespace LocalAws.StepFunctions.Language;

/// <summary>Reads what a state does about errors: its retriers and catchers.</summary>
internal static class HandlerReader
{
    private const long LongestSeconds = 99_999_999;

    public static Retrier ReadRetrier(Fields retrier)
    {
        retrier.Require("ErrorEquals");
        var jitter = retrier.Text("JitterStrategy");
        if (jitter is not (null or "FULL" or "NONE"))
        {
            retrier.Report("The field 'JitterStrategy' should have one of these values: [FULL, NONE]", "JitterStrategy");
        }

        var read = new Retrier(ReadErrors(retrier))
        {
            IntervalSeconds = retrier.Whole("IntervalSeconds", 1, LongestSeconds) ?? 1,
            MaxAttempts = (int)(retrier.Whole("MaxAttempts", 0, LongestSeconds) ?? 3),
            BackoffRate = retrier.Number("BackoffRate", 1) ?? 2,
            MaxDelaySeconds = retrier.Whole("MaxDelaySeconds", 1, 31_622_400),
            HasJitter = jitter == "FULL",
        };
        if (read.MaxDelaySeconds <= read.IntervalSeconds)
        {
            retrier.Report("MaxDelaySeconds must be greater than IntervalSeconds", "MaxDelaySeconds");
        }

        retrier.RefuseOthers();
        return read;
    }

    public static Catcher ReadCatcher(Fields catcher)
    {
        catcher.Require("ErrorEquals", "Next");
        var read = new Catcher(ReadErrors(catcher), catcher.Text("Next") ?? "")
        {
            ResultPath = catcher.ResultPath(),
            Assign = catcher.Template("Assign"),
        };
        catcher.RefuseOthers();
        return read;
    }

    private static IReadOnlyList<string> ReadErrors(Fields handler)
    {
        var errors = handler.Texts("ErrorEquals");
        if (errors.Count > 1 && errors.Contains(ErrorNames.All))
        {
            handler.Report("States.ALL stands alone in ErrorEquals", "ErrorEquals");
        }

        return errors;
    }
}
