namespace Workers.Provisioning.Resources;

/// <summary>A queue as AWS has it.</summary>
internal sealed record FoundQueue(string Url, IReadOnlyDictionary<string, string> Attributes);
