using System.Collections.Frozen;

namespace Workers.Events.Publishing;

/// <summary>What EventBridge says about entries that it does not take.</summary>
internal static class PutEventsErrors
{
    private static readonly FrozenSet<string> Permanent = new[]
    {
        "AccessDeniedException",
        "InvalidAccountIdException",
        "InvalidArgument",
        "MalformedDetail",
        "NotAuthorizedForDetailTypeException",
        "NotAuthorizedForSourceException",
        "RedactionFailure",
        "ResourceNotFoundException",
    }.ToFrozenSet();

    /// <summary>Whether trying again is hopeless. A code that is not known may pass: tries are bounded.</summary>
    public static bool IsPermanent(string errorCode) => Permanent.Contains(errorCode);
}
