using System.Text;

namespace Workers.Cli.Running;

/// <summary>Reads an input as a whole, up to a bound: a file may have no end.</summary>
internal static class InputText
{
    /// <summary>The most characters that are read: about a quarter of a million orders.</summary>
    public const int MostCharacters = 64 * 1024 * 1024;

    private const int BlockSize = 64 * 1024;

    /// <summary>
    /// A reader that refuses what is no UTF-8, for its letters would be lost. A byte-order mark is passed over, and may say UTF-16 instead.
    /// </summary>
    public static StreamReader Reader(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));

    /// <exception cref="CommandFailedException">It is larger than that, or no UTF-8.</exception>
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = Reader(File.OpenRead(path));
        return await OfAsync(reader, path, MostCharacters, cancellationToken);
    }

    /// <summary>The same for a stream of the process.</summary>
    public static async Task<string> OfAsync(TextReader reader, string name, int most, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var block = new char[BlockSize];
        try
        {
            while (await reader.ReadAsync(block.AsMemory(), cancellationToken) is > 0 and var count)
            {
                text.Append(block, 0, count);
                if (text.Length > most)
                {
                    throw new CommandFailedException(
                        $"{name} is longer than {most / (1024 * 1024)} Mi characters, more than is read; nothing was done.", ExitCode.Usage);
                }
            }
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailedException($"{name} is no UTF-8 text; nothing was done.", ExitCode.Usage);
        }

        return text.ToString();
    }
}
