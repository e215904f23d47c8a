namespace LocalAws.DynamoDb.Streams;

/// <summary>What a stream's records have of an item, by the names that AWS has for it.</summary>
internal static class StreamView
{
    public const string NewImage = "NEW_IMAGE";
    public const string OldImage = "OLD_IMAGE";
    public const string Both = "NEW_AND_OLD_IMAGES";

    public static readonly string[] Types = [NewImage, OldImage, Both, "KEYS_ONLY"];

    public static bool HasNewImage(string view) => view is NewImage or Both;

    public static bool HasOldImage(string view) => view is OldImage or Both;
}
