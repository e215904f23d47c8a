using Amazon.EventBridge.Model;

namespace Workers.Provisioning.Resources;

/// <summary>In what a rule's target differs from the topology's.</summary>
internal static class TargetDifferences
{
    public static IEnumerable<string> Of(Target actual, Target desired)
    {
        if (actual.Arn != desired.Arn)
        {
            yield return Difference.Of("Arn", actual.Arn, desired.Arn);
        }

        if (actual.RoleArn != desired.RoleArn)
        {
            yield return Difference.Of("RoleArn", actual.RoleArn, desired.RoleArn ?? "none");
        }

        if (actual.DeadLetterConfig?.Arn != desired.DeadLetterConfig.Arn)
        {
            yield return Difference.Of("DeadLetterConfig", actual.DeadLetterConfig?.Arn, desired.DeadLetterConfig.Arn);
        }

        if (Words(actual.RetryPolicy) != Words(desired.RetryPolicy))
        {
            yield return Difference.Of("RetryPolicy", Words(actual.RetryPolicy), Words(desired.RetryPolicy));
        }

        if (actual.InputTransformer?.InputTemplate != desired.InputTransformer?.InputTemplate
            || actual.Input is not null
            || actual.InputPath is not null)
        {
            yield return "its input differs";
        }
    }

    private static string Words(RetryPolicy? policy) =>
        policy is null ? "none" : $"{policy.MaximumEventAgeInSeconds} s, {policy.MaximumRetryAttempts} attempts";
}
