using System.Text.Json;

namespace LocalAws.Sqs.Moves;

/// <summary>What a move task's handle says, as on AWS: JSON in base64, with the task's id and the queue it moves messages from.</summary>
internal sealed record MoveTaskHandle(string TaskId, string SourceArn)
{
    /// <summary>Null when the text is no handle.</summary>
    public static MoveTaskHandle? Parse(string? text)
    {
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(text ?? ""));
            var task = document.RootElement;
            return new MoveTaskHandle(task.GetProperty("taskId").GetString()!, task.GetProperty("sourceArn").GetString()!);
        }
        catch (Exception exception)
            when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The handle as clients carry it around.</summary>
    public override string ToString() => Convert.ToBase64String(
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string> { ["taskId"] = TaskId, ["sourceArn"] = SourceArn }));
}
