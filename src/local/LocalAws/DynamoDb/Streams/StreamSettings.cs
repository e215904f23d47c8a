using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Tables;

namespace LocalAws.DynamoDb.Streams;

/// <summary>What CreateTable and UpdateTable do to a table's stream.</summary>
internal static class StreamSettings
{
    /// <summary>Adds what is wrong with the members themselves.</summary>
    public static Constraints Stream(this Constraints constraints, StreamSpecification? stream) => stream is null
        ? constraints
        : constraints
            .Required("streamSpecification.streamEnabled", stream.StreamEnabled)
            .OneOf("streamSpecification.streamViewType", stream.StreamViewType, StreamView.Types);

    /// <summary>Refuses a stream without a view, and a view without a stream, of a table to be made.</summary>
    public static void CheckCreated(StreamSpecification? stream) => Check(
        stream,
        "Table is being created with a stream enabled, UpdateViewType is required",
        "Table is being created with a stream disabled, UpdateViewType should not be specified");

    /// <summary>Refuses a stream without a view, and a view without a stream, of a table that is there.</summary>
    public static void CheckUpdated(StreamSpecification? stream) => Check(
        stream,
        "If stream is being enabled then UpdateViewType is required",
        "If stream is being disabled, then UpdateViewType must not be specified");

    /// <summary>The settings with the stream that the request asks for.</summary>
    public static TableSettings Apply(TableSettings settings, StreamSpecification? stream, Table table, Region region)
    {
        switch (stream?.StreamEnabled, settings.Stream?.IsOpen)
        {
            case (null, _):
                return settings;
            case (true, true):
                throw DynamoDbErrors.Validation($"Table already has an enabled stream: TableName: {table.Name}");
            case (true, _):
                return settings with { Stream = region.OpenStream(table, stream!.StreamViewType!) };
            case (false, true):
                settings.Stream!.Close();
                return settings;
            default:
                throw DynamoDbErrors.Validation($"Table has no stream to disable: TableName: {table.Name}");
        }
    }

    private static void Check(StreamSpecification? stream, string withoutView, string withView)
    {
        if (stream is { StreamEnabled: true, StreamViewType: null })
        {
            throw DynamoDbErrors.InvalidValue(withoutView);
        }

        if (stream is { StreamEnabled: false, StreamViewType: not null })
        {
            throw DynamoDbErrors.InvalidValue(withView);
        }
    }
}
