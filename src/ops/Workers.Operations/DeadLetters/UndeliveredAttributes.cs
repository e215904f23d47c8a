namespace Workers.Operations.DeadLetters;

/// <summary>What EventBridge says about an event that it could not deliver, as message attributes.</summary>
internal static class UndeliveredAttributes
{
    public const string RuleArn = "RULE_ARN";
    public const string TargetArn = "TARGET_ARN";
    public const string ErrorCode = "ERROR_CODE";
    public const string ErrorMessage = "ERROR_MESSAGE";
}
