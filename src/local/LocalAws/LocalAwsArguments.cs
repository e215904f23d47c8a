using System.Globalization;

namespace LocalAws;

/// <summary>Reads the command line: pairs of a name and a value.</summary>
internal static class LocalAwsArguments
{
    public const string Usage =
        "Usage: LocalAws [--health] [--port 4566] [--host 127.0.0.1] [--transaction-latency-ms 0] [--data DIRECTORY]";

    /// <exception cref="FormatException">Something is not understood; the message says what.</exception>
    public static LocalAwsOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new LocalAwsOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var name = arguments[i];
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new FormatException($"{name} needs a value. {Usage}");
            options = name switch
            {
                "--port" => options with { Port = Number(name, value, largest: ushort.MaxValue) },
                "--host" => options with { Host = value },
                "--transaction-latency-ms" => options with
                {
                    TransactionLatency = TimeSpan.FromMilliseconds(Number(name, value, largest: 60_000)),
                },
                "--data" when value.Length > 0 => options with { DataDirectory = value },
                _ => throw new FormatException($"{name} is not known. {Usage}"),
            };
        }

        return options;
    }

    private static int Number(string name, string value, int largest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest
            ? number
            : throw new FormatException($"{name} takes a number from 0 to {largest}, not '{value}'.");
}
