namespace LocalAws.DynamoDb.Indexes;

/// <summary>What an index holds of an item beside the keys.</summary>
/// <param name="Type">ALL, KEYS_ONLY, or INCLUDE for the attributes named.</param>
/// <param name="NonKeyAttributes">The attributes of INCLUDE; otherwise empty.</param>
internal sealed record IndexProjection(string Type, IReadOnlyList<string> NonKeyAttributes)
{
    public const string All = "ALL";
    public const string Include = "INCLUDE";

    public static readonly string[] Types = [All, Include, "KEYS_ONLY"];

    public bool IsAll => Type == All;
}
