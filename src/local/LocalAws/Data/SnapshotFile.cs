using System.Security.Cryptography;
using System.Text.Json;

namespace LocalAws.Data;

/// <summary>
/// A snapshot on the disk: a line of JSON that says what the file is, how long it is and what its checksum is, and the state behind it.
/// It is written beside the last one and then put in its place, so that there is a whole one at any time.
/// </summary>
/// <param name="directory">The directory of the data.</param>
internal sealed class SnapshotFile(string directory)
{
    /// <summary>The format that is written and the only one that is read.</summary>
    public const int Version = 1;

    private const string Format = "LocalAws";

    private const int LongestHeader = 1024;

    private readonly string _path = Path.Combine(directory, "snapshot.json");

    private string Unfinished => $"{_path}.new";

    private string Previous => $"{_path}.previous";

    /// <summary>The state of the last snapshot; null when there never was one.</summary>
    /// <exception cref="IOException">The file is torn, none of ours, or of another format; the message says what to do.</exception>
    public JsonDocument? Read()
    {
        if (!File.Exists(_path))
        {
            return File.Exists(Previous) ? throw Refuse("is missing, and the one before it is there") : null;
        }

        var bytes = File.ReadAllBytes(_path);
        var headerLength = bytes.AsSpan(0, Math.Min(bytes.Length, LongestHeader)).IndexOf((byte)'\n');
        if (headerLength < 0 || ReadHeader(bytes.AsMemory(0, headerLength)) is not { } header)
        {
            throw Refuse("is no snapshot of LocalAws");
        }

        if (header.Version != Version)
        {
            throw Refuse($"has format {header.Version}, and this LocalAws reads format {Version}");
        }

        var body = bytes.AsMemory(headerLength + 1);
        if (body.Length != header.Bytes)
        {
            throw Refuse($"is torn: it has {body.Length} bytes of state instead of {header.Bytes}");
        }

        return Checksum(body.Span) == header.Sha256
            ? JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1024 })
            : throw Refuse("is torn: its checksum is another");
    }

    /// <summary>Puts a state in place of the last one, which is kept under another name. It is on the disk when this returns.</summary>
    /// <exception cref="IOException">It could not be written; the last one is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the last one is still there.</exception>
    public void Write(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        using (var file = new FileStream(Unfinished, FileMode.Create, FileAccess.Write))
        {
            using (var writer = new Utf8JsonWriter(file))
            {
                writer.WriteStartObject();
                writer.WriteString("format", Format);
                writer.WriteNumber("version", Version);
                writer.WriteString("savedAt", now);
                writer.WriteNumber("bytes", body.Length);
                writer.WriteString("sha256", Checksum(body));
                writer.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
            file.Write(body);
            file.Flush(flushToDisk: true);
        }

        if (File.Exists(_path))
        {
            File.Replace(Unfinished, _path, Previous);
        }
        else
        {
            File.Move(Unfinished, _path);
        }
    }

    /// <summary>How a state that cannot be used is refused.</summary>
    public IOException Refuse(string reason) => new(
        $"{_path} {reason}. Nothing was loaded or changed. Copy {Path.GetFileName(Previous)} over it to go on from the snapshot before, "
            + "or move both away to start empty.");

    public static string Checksum(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static Header? ReadHeader(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var header = document.RootElement;
            return header.ValueKind == JsonValueKind.Object
                && header.TryGetProperty("format", out var format) && format.ValueEquals(Format)
                && header.TryGetProperty("version", out var version) && version.TryGetInt32(out var number)
                ? new Header(
                    number,
                    header.TryGetProperty("bytes", out var bytes) ? bytes.GetInt64() : 0,
                    header.TryGetProperty("sha256", out var checksum) ? checksum.GetString() : null)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private readonly record struct Header(int Version, long Bytes, string? Sha256);
}
