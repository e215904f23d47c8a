using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.Faults;

/// <summary>Faults as JSON has them.</summary>
internal sealed class FaultsDocument
{
    public int Seed { get; set; }

    public List<Entry?>? Rules { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>One rule; <c>struck</c> is only ever answered.</summary>
    internal sealed class Entry
    {
        public string? Operation { get; set; }

        public string? Fault { get; set; }

        public double? Probability { get; set; }

        public int? Times { get; set; }

        public string? Containing { get; set; }

        public int? DelayMs { get; set; }

        public int? Struck { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Unknown { get; set; }
    }
}
